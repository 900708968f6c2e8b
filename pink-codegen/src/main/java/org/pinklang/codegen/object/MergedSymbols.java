package org.pinklang.codegen.object;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.object.ElfObject.Symbol;

/** The symbols of the merged object. */
final class MergedSymbols {
  /** How the assembler begins the names it makes up. */
  private static final String MADE_UP = ".L";

  private final Set<String> internalNames;
  private final List<MergedSymbol> locals = new ArrayList<>();
  private final Map<String, MergedSymbol> shared = new LinkedHashMap<>();
  private final Map<MergedSection, MergedSymbol> sections = new LinkedHashMap<>();
  private final Map<Place, MergedSymbol> madeUp = new HashMap<>();
  private @Nullable MergedSymbol file;

  private record Place(MergedSection section, long value) {}

  /** No symbols yet; the shared ones of the names given will be seen by nobody else. */
  MergedSymbols(Collection<String> internalNames) {
    this.internalNames = new HashSet<>(internalNames);
  }

  /** The symbol that a symbol of an object becomes, which is not one of a section. */
  MergedSymbol add(Symbol symbol, @Nullable Placement placement) throws UnusableObjectException {
    if (symbol.type() == Elf.FILE_SYMBOL) {
      if (file == null) {
        file = new MergedSymbol(symbol.name(), symbol.info(), symbol.other());
        file.defineAbsolute(symbol);
      }
      return file;
    }
    return symbol.isLocal() ? addLocal(symbol, placement) : addShared(symbol, placement);
  }

  /** What the assembler named means the same wherever entries have become one. */
  private MergedSymbol addLocal(Symbol symbol, @Nullable Placement placement)
      throws UnusableObjectException {
    if (placement != null && placement.isByEntry() && symbol.name().startsWith(MADE_UP)) {
      Place place = new Place(placement.section(), placement.at(symbol.value()));
      MergedSymbol known = madeUp.get(place);
      if (known == null) {
        known = newLocal(symbol, placement);
        madeUp.put(place, known);
      }
      return known;
    }
    return newLocal(symbol, placement);
  }

  private MergedSymbol newLocal(Symbol symbol, @Nullable Placement placement)
      throws UnusableObjectException {
    MergedSymbol local = new MergedSymbol(symbol.name(), symbol.info(), symbol.other());
    define(local, symbol, placement);
    if (!local.isDefined()) {
      throw new UnusableObjectException("an undefined local symbol");
    }
    locals.add(local);
    return local;
  }

  private MergedSymbol addShared(Symbol symbol, @Nullable Placement placement)
      throws UnusableObjectException {
    MergedSymbol known = shared.get(symbol.name());
    if (known == null) {
      known = new MergedSymbol(symbol.name(), symbol.info(), symbol.other());
      shared.put(symbol.name(), known);
    }
    if (symbol.isDefined()) {
      if (known.isDefined()) {
        throw new UnusableObjectException("two definitions of one symbol");
      }
      define(known, symbol, placement);
    }
    return known;
  }

  private static void define(MergedSymbol merged, Symbol symbol, @Nullable Placement placement) {
    if (placement != null) {
      merged.define(placement.section(), placement.at(symbol.value()), symbol);
    } else if (symbol.section() == Elf.ABSOLUTE) {
      merged.defineAbsolute(symbol);
    }
  }

  /** The symbol that stands for a section's start. */
  MergedSymbol ofSection(MergedSection section) {
    return sections.computeIfAbsent(
        section,
        start -> {
          Symbol symbol = new Symbol("", Elf.SECTION_SYMBOL, 0, 0, 0, 0);
          MergedSymbol made = new MergedSymbol("", symbol.info(), 0);
          made.define(start, 0, symbol);
          return made;
        });
  }

  /** Hides what only the unit may see; all objects must have been added. */
  void hideInternal() throws UnusableObjectException {
    for (MergedSymbol symbol : shared.values()) {
      if (internalNames.contains(symbol.name())) {
        if (!symbol.isDefined()) {
          throw new UnusableObjectException("an internal symbol without a definition");
        }
        symbol.makeLocal();
      }
    }
  }

  /** All symbols in the order of the symbol table, numbered from 1: the local ones first. */
  List<MergedSymbol> numbered() {
    List<MergedSymbol> all = new ArrayList<>();
    if (file != null) {
      all.add(file);
    }
    all.addAll(locals);
    shared.values().stream().filter(MergedSymbol::isLocal).forEach(all::add);
    all.addAll(sections.values());
    shared.values().stream().filter(symbol -> !symbol.isLocal()).forEach(all::add);
    for (int i = 0; i < all.size(); i++) {
      all.get(i).setNumber(i + 1);
    }
    return all;
  }
}
