package org.pinklang.modules.history;

import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.source.ContentHash;

/**
 * What a text came to that has no errors outside the bodies of its functions. Immutable.
 *
 * @param manifest made from it
 * @param tokens the hash of its tokens
 */
public record TextResult(Manifest manifest, ContentHash tokens) {}
