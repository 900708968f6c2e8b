/** Checked unit to LLVM module to object, bitcode and assembly. */
module org.pinklang.codegen {
  requires transitive org.pinklang.frontend;
  requires static transitive org.jspecify;
  requires transitive org.bytedeco.javacpp;
  requires transitive org.bytedeco.llvm;
  requires org.slf4j;

  exports org.pinklang.codegen;
  exports org.pinklang.codegen.emit;
  exports org.pinklang.codegen.process to
      org.pinklang.api;
  exports org.pinklang.codegen.header;
  exports org.pinklang.codegen.target;
  exports org.pinklang.codegen.view;
  exports org.pinklang.codegen.lower to
      org.pinklang.link;
  exports org.pinklang.codegen.llvm to
      org.pinklang.link;
}
