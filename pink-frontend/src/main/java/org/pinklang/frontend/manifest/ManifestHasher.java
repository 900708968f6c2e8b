package org.pinklang.frontend.manifest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ImportDeclaration;

/**
 * Computes the hashes of a manifest.
 *
 * <p>The layout of a declaration is a closure over others of the text, and never computed as one:
 * with the strongly connected parts of "holds by value or reads" in order, the layout of a part is
 * the hash of what its members say themselves, sorted, and of the layouts of the parts they lead
 * to, sorted. That is linear in the text, and needs no stack for long chains.
 */
final class ManifestHasher {
  private final Manifest manifest;
  private final NavigableSet<ContentHash> imports;
  private final Map<String, DeclarationFacts> facts = new LinkedHashMap<>();
  private final Map<String, DeclarationHashes> hashes = new HashMap<>();

  private ManifestHasher(Manifest manifest) {
    this.manifest = manifest;
    this.imports = imports(manifest);
  }

  static ManifestHashes hash(Manifest manifest) {
    ManifestHasher hasher = new ManifestHasher(manifest);
    hasher.declarations();
    return new Computed(hasher.whole(true), hasher.whole(false), Map.copyOf(hasher.hashes));
  }

  private record Computed(
      ContentHash interfaceHash, ContentHash moduleHash, Map<String, DeclarationHashes> hashes)
      implements ManifestHashes {
    @Override
    public @Nullable DeclarationHashes find(String name) {
      return hashes.get(name);
    }
  }

  private void declarations() {
    NameOrigins origins = new NameOrigins(manifest.module(), manifest.imports());
    for (ManifestDeclaration declaration : manifest.declarations()) {
      facts.put(declaration.name(), new DeclarationFacts(declaration, origins, manifest::find));
    }
    NameGroups groups = new NameGroups(name -> fact(name).closure());
    List<List<String>> found = List.of();
    for (String name : facts.keySet()) {
      found = groups.from(name);
    }
    found.forEach(this::group);
  }

  private DeclarationFacts fact(String name) {
    return Objects.requireNonNull(facts.get(name));
  }

  /** The hashes of a part whose members lead to parts that have theirs. */
  private void group(List<String> members) {
    TreeSet<ContentHash> own = new TreeSet<>();
    TreeSet<ContentHash> reached = new TreeSet<>();
    for (String member : members) {
      DeclarationFacts fact = fact(member);
      if (!fact.kind().isFunction()) {
        own.add(fact.ownLayout(this::signature));
      }
      for (String next : fact.closure()) {
        DeclarationHashes known = hashes.get(next);
        if (known != null) {
          reached.add(known.layout());
        }
      }
    }
    ContentHash layout = own.isEmpty() ? DeclarationHashes.NO_LAYOUT : layout(own, reached);
    members.forEach(member -> hashes.put(member, new DeclarationHashes(signature(member), layout)));
  }

  private ContentHash signature(String name) {
    return fact(name).signature();
  }

  private static ContentHash layout(
      NavigableSet<ContentHash> own, NavigableSet<ContentHash> reached) {
    HashInput input = new HashInput();
    input.number(own.size());
    own.forEach(input::put);
    input.number(reached.size());
    reached.forEach(input::put);
    return input.hash();
  }

  /** What the exports of the unit hold by value, take a length from or read. */
  private Set<String> exposed() {
    Set<String> exposed = new HashSet<>();
    Deque<String> waiting = new ArrayDeque<>();
    for (ManifestDeclaration declaration : manifest.declarations()) {
      DeclarationFacts fact = fact(declaration.name());
      if (declaration.visibility() == Visibility.EXPORTED && !fact.isOpaque()) {
        waiting.addAll(fact.exposed());
      }
    }
    while (!waiting.isEmpty()) {
      String name = waiting.remove();
      if (exposed.add(name)) {
        waiting.addAll(fact(name).exposed());
      }
    }
    return exposed;
  }

  /** The hash of the unit with all its declarations, or with those that importers need. */
  private ContentHash whole(boolean interfaceOnly) {
    Set<String> exposed = interfaceOnly ? exposed() : Set.of();
    HashInput input = new HashInput();
    input.put(manifest.kind()).put(manifest.module()).put(manifest.partition());
    input.number(imports.size());
    imports.forEach(input::put);
    TreeSet<String> names = new TreeSet<>();
    for (ManifestDeclaration declaration : manifest.declarations()) {
      if (!interfaceOnly || declaration.visibility() != Visibility.MODULE) {
        names.add(declaration.name());
      }
    }
    input.number(names.size());
    for (String name : names) {
      ManifestDeclaration declaration = Objects.requireNonNull(manifest.find(name));
      DeclarationHashes known = Objects.requireNonNull(hashes.get(name));
      input.put(name).put(declaration.visibility()).put(declaration.defined());
      input.put(known.signature());
      boolean hidden = interfaceOnly && fact(name).isOpaque() && !exposed.contains(name);
      input.put(hidden ? DeclarationHashes.NO_LAYOUT : known.layout());
    }
    return input.hash();
  }

  /** The imports, without regard to their order and to that of listed names. */
  private static NavigableSet<ContentHash> imports(Manifest manifest) {
    NavigableSet<ContentHash> imports = new TreeSet<>();
    manifest.imports().forEach(imported -> imports.add(hash(imported)));
    return imports;
  }

  private static ContentHash hash(ImportDeclaration imported) {
    HashInput input = new HashInput();
    input.put(imported.exported()).put(imported.module());
    input.put(imported.partition()).put(imported.alias());
    List<Identifier> names = imported.names();
    input.put(names != null);
    List<String> listed = new ArrayList<>();
    if (names != null) {
      names.forEach(name -> listed.add(name.text()));
    }
    listed.stream().sorted().distinct().forEach(input::put);
    return input.hash();
  }
}
