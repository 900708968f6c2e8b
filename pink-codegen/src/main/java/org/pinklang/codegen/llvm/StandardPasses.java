package org.pinklang.codegen.llvm;

/**
 * The passes of {@code O2}, as LLVM reads them: its own for this level, in their order, but for two
 * kinds. Some look for what Pink never makes, such as coroutines, OpenMP, calls that only a
 * graphics processor takes, or loops that a program wants distributed. Others are repetitions that
 * find next to nothing; docs/code-quality.md says how that was found. And loops are not unrolled by
 * how often they go round at the most: code grew by a third for that, and was no faster.
 */
final class StandardPasses {
  /** Without these words LLVM checks that a second run finds nothing, and fails where it does. */
  private static final String COMBINE = "instcombine<no-verify-fixpoint>";

  private static final String SIMPLIFY_BRANCHES = "simplifycfg<switch-range-to-icmp>";

  private static final String SHARE_INSTRUCTIONS = "hoist-common-insts;sink-common-insts";

  /** Brings each function into the form that the others expect. */
  private static final String CLEAN_UP =
      list(
          "forceattrs",
          "inferattrs",
          "function<eager-inv>(lower-expect,simplifycfg,sroa<modify-cfg>,early-cse)");

  /** What is seen of all functions together, before calls are replaced. */
  private static final String PROPAGATE =
      list(
          "ipsccp",
          "globalopt",
          "function<eager-inv>(" + list("mem2reg", COMBINE, SIMPLIFY_BRANCHES) + ")",
          "always-inline",
          "require<globals-aa>",
          "function(invalidate<aa>)",
          "require<profile-summary>");

  private static final String SIMPLIFY_SCALARS =
      list(
          "sroa<modify-cfg>",
          "early-cse<memssa>",
          "jump-threading",
          "correlated-propagation",
          SIMPLIFY_BRANCHES,
          COMBINE,
          "aggressive-instcombine",
          "tailcallelim",
          SIMPLIFY_BRANCHES,
          "reassociate",
          "constraint-elimination");

  private static final String SIMPLIFY_LOOPS =
      list(
          "loop-mssa(loop-instsimplify,loop-simplifycfg,licm<no-allowspeculation>,"
              + "loop-rotate,licm,simple-loop-unswitch)",
          SIMPLIFY_BRANCHES,
          COMBINE,
          "loop(loop-idiom,indvars,simple-loop-unswitch,loop-deletion,loop-unroll-full)");

  private static final String SIMPLIFY_MEMORY =
      list(
          "sroa<modify-cfg>",
          "vector-combine",
          "mldst-motion",
          "gvn",
          "adce",
          "memcpyopt",
          "dse",
          "simplifycfg<switch-range-to-icmp;" + SHARE_INSTRUCTIONS + ">",
          COMBINE);

  /** By it those that are not to be run again know where they have run and nothing has changed. */
  private static final String SIMPLIFIED = "should-not-run-function-passes";

  /** Replaces calls, callees first, and simplifies what comes of it. */
  private static final String INLINE =
      "cgscc(devirt<4>(inline,function-attrs<skip-non-recursive-function-attrs>,"
          + "function<eager-inv;no-rerun>("
          + list(SIMPLIFY_SCALARS, SIMPLIFY_LOOPS, SIMPLIFY_MEMORY)
          + "),function-attrs,function(require<"
          + SIMPLIFIED
          + ">))),function(invalidate<"
          + SIMPLIFIED
          + ">)";

  private static final String REMOVE_UNUSED =
      list(
          "deadargelim",
          "globalopt",
          "globaldce",
          "elim-avail-extern",
          "rpo-function-attrs",
          "recompute-globalsaa");

  /** What makes code larger or harder to understand, and so comes last. */
  private static final String SPECIALIZE =
      list(
          "loop-vectorize",
          "infer-alignment",
          "loop-load-elim",
          "simplifycfg<forward-switch-cond;switch-range-to-icmp;switch-to-lookup;no-keep-loops;"
              + SHARE_INSTRUCTIONS
              + ">",
          "slp-vectorizer",
          "vector-combine",
          "loop-unroll<O2;no-upperbound>",
          "sroa<preserve-cfg>",
          "infer-alignment",
          COMBINE,
          "loop-mssa(licm)",
          "instsimplify",
          "div-rem-pairs",
          "tailcallelim",
          "simplifycfg<switch-range-to-icmp;speculate-unpredictables>");

  /** All of them. */
  static final String TEXT =
      list(
          CLEAN_UP,
          PROPAGATE,
          INLINE,
          REMOVE_UNUSED,
          "function<eager-inv>(" + SPECIALIZE + ")",
          "globaldce",
          "constmerge");

  private StandardPasses() {}

  private static String list(String... passes) {
    return String.join(",", passes);
  }
}
