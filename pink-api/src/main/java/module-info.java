/** The pipeline from sources to programs: the one module a user needs. */
module org.pinklang.api {
  requires transitive org.pinklang.frontend;
  requires transitive org.pinklang.modules;
  requires org.pinklang.codegen;
  requires org.pinklang.link;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports org.pinklang.api;
}
