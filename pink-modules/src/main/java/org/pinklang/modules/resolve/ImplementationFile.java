package org.pinklang.modules.resolve;

import org.pinklang.modules.source.SourceFile;

/**
 * A file that the user named, which holds the manifest of an implementation unit.
 *
 * @param place under which the manifest would lie in a folder of manifests
 */
public record ImplementationFile(ManifestPlace place, SourceFile file) {}
