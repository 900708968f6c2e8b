/** Objects or LLVM modules to executable, library, archive and loaded program. */
module org.pinklang.link {
  requires transitive org.pinklang.codegen;
  requires static transitive org.jspecify;
  requires org.objectweb.asm;
  requires org.slf4j;

  exports org.pinklang.link.archive;
  exports org.pinklang.link.bind;
  exports org.pinklang.link.lld;
  exports org.pinklang.link.load;
  exports org.pinklang.link.object;
  exports org.pinklang.link.runtime;
}
