package org.pinklang.modules.build;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.modules.codec.DamagedManifestException;
import org.pinklang.modules.resolve.Provider;

/**
 * The declarations of a manifest that was found. One that turns out to be damaged when it is needed
 * is known to be of this manifest.
 */
final class GuardedManifest implements Manifest.Declarations {
  private final Manifest manifest;
  private final Provider provider;
  private final ConcurrentMap<String, ManifestDeclaration> guarded = new ConcurrentHashMap<>();

  private GuardedManifest(Manifest manifest, Provider provider) {
    this.manifest = manifest;
    this.provider = provider;
  }

  /** The same manifest; what is damaged of it is a {@link BrokenManifestException}. */
  static Manifest of(Manifest manifest, Provider provider) {
    return manifest.withDeclarations(new GuardedManifest(manifest, provider));
  }

  @Override
  public List<String> names() {
    return manifest.names();
  }

  @Override
  public @Nullable ManifestDeclaration find(String name) {
    ManifestDeclaration known = guarded.get(name);
    if (known != null) {
      return known;
    }
    ManifestDeclaration declaration = manifest.find(name);
    if (declaration == null) {
      return null;
    }
    ManifestDeclaration made =
        ManifestDeclaration.lazy(
            declaration.name(),
            declaration.kind(),
            declaration.visibility(),
            declaration.defined(),
            declaration.nameOnly(),
            () -> tree(declaration));
    ManifestDeclaration first = guarded.putIfAbsent(name, made);
    return first == null ? made : first;
  }

  private Declaration tree(ManifestDeclaration declaration) {
    try {
      return declaration.tree();
    } catch (DamagedManifestException e) {
      throw new BrokenManifestException(manifest.name(), provider, e);
    }
  }
}
