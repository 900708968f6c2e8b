/** Objects or LLVM modules to executable, library, archive and loaded program. */
module org.pinklang.link {
  requires transitive org.pinklang.codegen;
  requires static transitive org.jspecify;
  requires org.slf4j;
}
