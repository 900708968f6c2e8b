package org.pinklang.api.graphs;

import java.util.List;

/**
 * A module graph as small numbers. Every value is a graph: numbers are taken modulo what there is,
 * and what makes no sense is left out, so that any part can be taken away or made smaller.
 *
 * @param modules at least one
 * @param program imports of the program unit; empty for a library without one
 * @param faults what is wrong with it; empty for a right one
 * @param salt decides about the order of sources and which strategies are tried
 */
record GraphSketch(
    List<ModuleSketch> modules, List<LinkSketch> program, List<FaultSketch> faults, int salt) {

  /**
   * A module.
   *
   * @param name how it is called; modules of one graph never share a full name
   * @param primary the primary interface unit
   * @param partitions interface and internal ones
   * @param implementations the imports of each implementation unit
   */
  record ModuleSketch(
      int name,
      UnitSketch primary,
      List<PartitionSketch> partitions,
      List<List<LinkSketch>> implementations) {}

  /**
   * A unit that others can import.
   *
   * @param features a set of bits, see {@link Feature}
   * @param number a small number that its functions give
   * @param imports of other modules
   */
  record UnitSketch(int features, int number, List<LinkSketch> imports) {}

  /**
   * A partition.
   *
   * @param internal whether it is no part of the interface
   * @param via which of the earlier interface partitions exports it; 0 for the primary unit
   * @param siblings units of the module that it imports
   * @param unit what is in it
   */
  record PartitionSketch(boolean internal, int via, List<Integer> siblings, UnitSketch unit) {}

  /**
   * An import.
   *
   * @param target which module
   * @param form plainly, with an alias, with a list of names
   * @param exported whether it is re-exported, where it can be
   * @param pick which of the names it shows are used
   */
  record LinkSketch(int target, int form, boolean exported, int pick) {}

  /**
   * Something wrong.
   *
   * @param fault which
   * @param at the module that it is in
   */
  record FaultSketch(Fault fault, int at) {}
}
