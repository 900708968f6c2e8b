package org.pinklang.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pinklang.frontend.diagnostic.DiagnosticCode;
import org.pinklang.frontend.diagnostic.FrontEndCodes;
import org.pinklang.modules.build.BuildCode;
import org.pinklang.modules.history.DiagnosticCodes;
import org.pinklang.modules.history.ResultCache;

/** Makes what gives builds the results of earlier ones. */
final class EarlierResults {
  private EarlierResults() {}

  /** The results that a store keeps, for one run; empty for the store that keeps nothing. */
  static Optional<ResultCache> of(Store store, PrebuiltModules standard) {
    return isNone(store)
        ? Optional.empty()
        : Optional.of(cache(standard.over(UserStore.of(store)), false));
  }

  /** Nothing but what is known of the standard modules. */
  static ResultCache ofPrebuilt(PrebuiltModules standard) {
    return cache(standard.over(org.pinklang.modules.store.Store.none()), false);
  }

  /** Results for many runs of one process: what they share stays in memory. */
  static ResultCache ofSession(Store store, PrebuiltModules standard) {
    return cache(standard.over(UserStore.of(store)), true);
  }

  /** Whether a store is the one that keeps nothing. */
  static boolean isNone(Store store) {
    return store instanceof BuiltInStore own
        && own.store() == org.pinklang.modules.store.Store.none();
  }

  /** The results in a store. */
  static ResultCache cache(org.pinklang.modules.store.Store store, boolean keepsTrees) {
    return new ResultCache(store, CompilerIdentity.hash(), diagnosticCodes(), keepsTrees);
  }

  /** Every code that a diagnostic of a build may have. */
  static DiagnosticCodes diagnosticCodes() {
    List<DiagnosticCode> codes = new ArrayList<>(FrontEndCodes.all());
    codes.addAll(List.of(BuildCode.values()));
    return new DiagnosticCodes(codes);
  }
}
