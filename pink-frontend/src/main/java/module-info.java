/** Text to tree to manifest to checked unit: pure, with no files, clocks, threads or natives. */
module org.pinklang.frontend {
  requires static transitive org.jspecify;
  requires com.google.common;

  exports org.pinklang.frontend.diagnostic;
  exports org.pinklang.frontend.manifest.compare;
  exports org.pinklang.frontend.source;
  exports org.pinklang.frontend.check to
      org.pinklang.codegen,
      org.pinklang.modules,
      org.pinklang.api;
  exports org.pinklang.frontend.manifest to
      org.pinklang.modules,
      org.pinklang.codegen,
      org.pinklang.api;
  exports org.pinklang.frontend.manifest.text to
      org.pinklang.modules,
      org.pinklang.codegen,
      org.pinklang.api;
  exports org.pinklang.frontend.parse to
      org.pinklang.modules,
      org.pinklang.api;
  exports org.pinklang.frontend.query to
      org.pinklang.api;
  exports org.pinklang.frontend.tree to
      org.pinklang.modules,
      org.pinklang.codegen,
      org.pinklang.api;
  exports org.pinklang.frontend.type to
      org.pinklang.modules,
      org.pinklang.codegen,
      org.pinklang.link,
      org.pinklang.api;
  exports org.pinklang.frontend.typed to
      org.pinklang.modules,
      org.pinklang.codegen,
      org.pinklang.link,
      org.pinklang.api;
}
