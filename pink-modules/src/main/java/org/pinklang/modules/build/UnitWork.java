package org.pinklang.modules.build;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.check.BodyCollector;
import org.pinklang.frontend.check.CheckResult;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.modules.codec.BodyParts;

/**
 * How far one unit has come: it is checked, or has an earlier result; then bodies of other units
 * are collected; then it is compiled. For one thread at a time.
 */
final class UnitWork {
  private OutlinedUnit unit;
  private boolean mayReuse;
  private @Nullable CheckResult checked;
  private @Nullable BodyCollector bodies;
  private @Nullable BodyParts offered;

  /**
   * A unit that nothing is known of.
   *
   * @param mayReuse whether an earlier result may stand for it
   */
  UnitWork(OutlinedUnit unit, boolean mayReuse) {
    this.unit = unit;
    this.mayReuse = mayReuse;
  }

  OutlinedUnit unit() {
    return unit;
  }

  /** Takes the unit as it is when more of its text has been read. */
  void setUnit(OutlinedUnit read) {
    if (unit != read) {
      release();
      unit = read;
    }
  }

  /** Lets go of the tree and tokens of the unit. */
  void release() {
    unit.syntax().release();
  }

  String name() {
    return unit.scanned().logicalName();
  }

  /** Whether an earlier result may still stand for the unit. */
  boolean mayReuse() {
    return mayReuse;
  }

  /** Notes that the unit has to be made. */
  void makeAnew() {
    mayReuse = false;
  }

  Optional<CheckResult> checked() {
    return Optional.ofNullable(checked);
  }

  void setChecked(CheckResult result) {
    checked = result;
  }

  Optional<BodyCollector> bodies() {
    return Optional.ofNullable(bodies);
  }

  void setBodies(BodyCollector collector) {
    bodies = collector;
  }

  /** What the unit offers, as it was checked; encoded once. */
  BodyParts offered(CheckedUnit unitAsChecked) {
    if (offered == null) {
      offered = BodyParts.of(unitAsChecked);
    }
    return offered;
  }
}
