package org.pinklang.modules.history;

import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.source.ContentHash;

/**
 * What a text without errors came to. Immutable.
 *
 * @param manifest made from it
 * @param tokens the hash of its tokens
 * @param whole whether the bodies of its functions were looked at; there may be errors in them else
 */
public record TextResult(Manifest manifest, ContentHash tokens, boolean whole) {}
