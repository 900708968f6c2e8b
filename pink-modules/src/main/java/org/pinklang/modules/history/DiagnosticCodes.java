package org.pinklang.modules.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.pinklang.frontend.diagnostic.DiagnosticCode;

/** Finds codes by their ids. Immutable. */
public final class DiagnosticCodes {
  private final Map<String, DiagnosticCode> byId = new HashMap<>();

  /** The codes that records may hold. */
  public DiagnosticCodes(Collection<? extends DiagnosticCode> codes) {
    codes.forEach(code -> byId.put(code.id(), code));
  }

  Optional<DiagnosticCode> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
