package org.pinklang.modules.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.DeclarationHashes;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.ManifestHashes;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.tree.Declaration;

/**
 * The declarations of a manifest that was read from bytes. Their numbers go through those of the
 * interface and then through those of the module. Safe for any number of threads.
 */
final class DecodedDeclarations implements Manifest.Declarations {
  private final DeclarationTable interfaceTable;
  private final DeclarationTable moduleTable;
  private final ContentHash interfaceHash;
  private final ContentHash moduleHash;
  private final PositionsPart positions;
  private final DocumentationPart documentation;
  private final Runnable decoded;
  private final AtomicReferenceArray<@Nullable ManifestDeclaration> found;
  private volatile @Nullable List<String> names;

  /**
   * The declarations of two parts.
   *
   * @param decoded called for every declaration whose tree is decoded
   */
  DecodedDeclarations(
      InterfacePart interfacePart,
      ModulePart modulePart,
      PositionsPart positions,
      DocumentationPart documentation,
      Runnable decoded) {
    this.interfaceTable = interfacePart.declarations();
    this.moduleTable = modulePart.declarations();
    this.interfaceHash = interfacePart.hash();
    this.moduleHash = modulePart.hash();
    this.positions = positions;
    this.documentation = documentation;
    this.decoded = decoded;
    this.found = new AtomicReferenceArray<>(interfaceTable.size() + moduleTable.size());
  }

  @Override
  public List<String> names() {
    List<String> known = names;
    if (known == null) {
      List<String> ordered = new ArrayList<>(found.length());
      for (int number : positions.order()) {
        ordered.add(table(number).name(entry(number)));
      }
      known = List.copyOf(ordered);
      names = known;
    }
    return known;
  }

  @Override
  public @Nullable ManifestDeclaration find(String name) {
    int number = number(name);
    if (number < 0) {
      return null;
    }
    ManifestDeclaration known = found.get(number);
    if (known == null) {
      found.compareAndSet(number, null, declaration(number));
      known = found.get(number);
    }
    return known;
  }

  private ManifestDeclaration declaration(int number) {
    DeclarationTable table = table(number);
    byte flags = table.flags(entry(number));
    return ManifestDeclaration.lazy(
        table.name(entry(number)),
        EntryFlags.kind(flags),
        EntryFlags.visibility(flags),
        EntryFlags.defined(flags),
        EntryFlags.nameOnly(flags),
        () -> decode(number));
  }

  private Declaration decode(int number) {
    decoded.run();
    return tree(number, SpellingBudget.unlimited());
  }

  private Declaration tree(int number, SpellingBudget budget) {
    return table(number)
        .tree(
            entry(number),
            positions.declaration(number),
            documentation.declaration(number),
            budget);
  }

  /**
   * Checks that all trees together spell out no more than a budget allows. Decodes them only where
   * the sizes of the parts leave it open, for which there have to be long strings and many nodes.
   */
  void checkSpelling(SpellingBudget budget) {
    if (budget.covers(interfaceTable.mostSpelled() + moduleTable.mostSpelled())) {
      return;
    }
    for (int number = 0; number < found.length(); number++) {
      try {
        tree(number, budget);
      } catch (DamagedManifestException damage) {
        if (budget.isOverspent()) {
          throw damage;
        }
        // Any other damage is for the one who needs this declaration.
      }
    }
  }

  /** The number of a name; negative where there is none. */
  private int number(String name) {
    int entry = interfaceTable.find(name);
    if (entry >= 0) {
      return entry;
    }
    int other = moduleTable.find(name);
    return other < 0 ? -1 : interfaceTable.size() + other;
  }

  private DeclarationTable table(int number) {
    return number < interfaceTable.size() ? interfaceTable : moduleTable;
  }

  private int entry(int number) {
    return number < interfaceTable.size() ? number : number - interfaceTable.size();
  }

  /** The hashes as they were written. */
  ManifestHashes hashes() {
    return new ManifestHashes() {
      @Override
      public ContentHash interfaceHash() {
        return interfaceHash;
      }

      @Override
      public ContentHash moduleHash() {
        return moduleHash;
      }

      @Override
      public @Nullable DeclarationHashes find(String name) {
        int number = number(name);
        return number < 0 ? null : table(number).hashes(entry(number));
      }
    };
  }
}
