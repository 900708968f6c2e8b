package org.pinklang.modules.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.modules.history.DeclarationTokens;

/** Compares how a unit is written with how it was. */
public final class OwnChanges {
  private OwnChanges() {}

  /** What is another, in the order of the new text, and what is gone behind it. */
  public static List<Cause> between(DeclarationTokens before, DeclarationTokens after) {
    Map<String, ContentHash> old = new LinkedHashMap<>();
    before.declarations().forEach(one -> old.put(one.name(), one.tokens()));
    List<Cause> causes = new ArrayList<>();
    for (DeclarationTokens.Written one : after.declarations()) {
      ContentHash was = old.remove(one.name());
      if (was == null) {
        causes.add(new Cause.OwnText(one.name(), Cause.Change.ADDED));
      } else if (!was.equals(one.tokens())) {
        causes.add(new Cause.OwnText(one.name(), Cause.Change.CHANGED));
      }
    }
    old.keySet().forEach(name -> causes.add(new Cause.OwnText(name, Cause.Change.REMOVED)));
    return causes.isEmpty() ? List.of(new Cause.Reordered()) : causes;
  }
}
