package org.pinklang.codegen.object;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.object.ElfObject.Kind;
import org.pinklang.codegen.object.ElfObject.Relocation;
import org.pinklang.codegen.object.ElfObject.Section;
import org.pinklang.codegen.object.ElfObject.Symbol;
import org.pinklang.codegen.object.MergedSection.MergedRelocation;
import org.pinklang.codegen.target.TargetDescription;

/**
 * Merges the objects of a unit's groups into the unit's object: sections of one kind one after the
 * other, equal entries of mergeable sections once, and what one object names and another defines as
 * one symbol. Calls and references between groups that one assembler run would have resolved are
 * resolved. The result is a function of the objects and their order.
 */
public final class ObjectMerger {
  private final Map<Kind, MergedSection> sections = new LinkedHashMap<>();
  private final MergedSymbols symbols;

  private ObjectMerger(Collection<String> internalNames) {
    symbols = new MergedSymbols(internalNames);
  }

  /** Whether the objects of a target can be merged: those of others stay whole. */
  public static boolean merges(TargetDescription target) {
    return target.equals(TargetDescription.X86_64_LINUX);
  }

  /**
   * Merges objects.
   *
   * @param internalNames the symbols that objects share and nobody else may see
   * @throws UnusableObjectException if an object is damaged, has what this cannot merge or defines
   *     what another does
   */
  public static byte[] merge(List<byte[]> objects, Collection<String> internalNames)
      throws UnusableObjectException {
    ObjectMerger merger = new ObjectMerger(internalNames);
    List<Added> added = new ArrayList<>();
    for (byte[] object : objects) {
      added.add(merger.add(ObjectReader.read(object)));
    }
    merger.symbols.hideInternal();
    for (Added object : added) {
      object.addRelocations();
    }
    return ObjectWriter.write(List.copyOf(merger.sections.values()), merger.symbols.numbered());
  }

  private Added add(ElfObject object) throws UnusableObjectException {
    List<@Nullable Placement> placements = new ArrayList<>();
    for (Section section : object.sections()) {
      placements.add(
          section == null
              ? null
              : sections.computeIfAbsent(section.kind(), MergedSection::new).add(section));
    }
    List<@Nullable MergedSymbol> merged = new ArrayList<>();
    for (Symbol symbol : object.symbols()) {
      Placement placement =
          symbol.section() < placements.size() ? placements.get(symbol.section()) : null;
      boolean isSection = symbol.type() == Elf.SECTION_SYMBOL;
      merged.add(isSection ? null : symbols.add(symbol, placement));
    }
    return new Added(object, placements, merged);
  }

  /** An object whose sections and symbols have been added. */
  private final class Added {
    private final ElfObject object;
    private final List<@Nullable Placement> placements;

    /** By index; null for the symbols of sections. */
    private final List<@Nullable MergedSymbol> merged;

    Added(
        ElfObject object,
        List<@Nullable Placement> placements,
        List<@Nullable MergedSymbol> merged) {
      this.object = object;
      this.placements = placements;
      this.merged = merged;
    }

    void addRelocations() throws UnusableObjectException {
      for (int i = 0; i < placements.size(); i++) {
        Section section = object.sections().get(i);
        Placement placement = placements.get(i);
        if (section != null && placement != null) {
          for (Relocation relocation : section.relocations()) {
            add(relocation, placement);
          }
        }
      }
    }

    private void add(Relocation relocation, Placement placement) throws UnusableObjectException {
      int offset = (int) placement.at(relocation.offset());
      int type = relocation.type();
      if (relocation.symbol() < 0) {
        throw new UnusableObjectException("a relocation without a symbol");
      }
      MergedSymbol symbol = merged.get(relocation.symbol());
      MergedRelocation result =
          symbol == null
              ? relativeToSection(relocation, offset)
              : new MergedRelocation(offset, type, symbol, relocation.addend());
      if (!isResolved(result, placement.section())) {
        placement.section().relocations().add(result);
      }
    }

    private MergedRelocation relativeToSection(Relocation relocation, int offset)
        throws UnusableObjectException {
      Symbol symbol = object.symbols().get(relocation.symbol());
      Placement target =
          symbol.section() < placements.size() ? placements.get(symbol.section()) : null;
      if (target == null || symbol.value() != 0) {
        throw new UnusableObjectException("a symbol of no section");
      }
      boolean isAbsolute =
          switch (relocation.type()) {
            case Elf.R_64, Elf.R_32, Elf.R_32S -> true;
            default -> false;
          };
      if (target.isByEntry() && !isAbsolute) {
        throw new UnusableObjectException("a relative reference to an entry without a symbol");
      }
      return new MergedRelocation(
          offset,
          relocation.type(),
          symbols.ofSection(target.section()),
          target.at(relocation.addend()));
    }

    /** Writes a distance inside one section that no linker will change. */
    private boolean isResolved(MergedRelocation relocation, MergedSection in) {
      boolean isDistance = relocation.type() == Elf.R_PC32 || relocation.type() == Elf.R_PLT32;
      MergedSymbol symbol = relocation.symbol();
      if (!isDistance || !symbol.isLocal() || symbol.section() != in) {
        return false;
      }
      long distance = symbol.value() + relocation.addend() - relocation.offset();
      if (distance != (int) distance) {
        return false;
      }
      in.bytes().patchWord(relocation.offset(), (int) distance);
      return true;
    }
  }
}
