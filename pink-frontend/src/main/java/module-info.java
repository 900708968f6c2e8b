/** Text to tree to manifest to checked unit: pure, with no files, clocks, threads or natives. */
module org.pinklang.frontend {
  requires static transitive org.jspecify;
  requires com.google.common;
}
