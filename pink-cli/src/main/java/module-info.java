/** The pink command, a thin client of the API. */
module org.pinklang.cli {
  requires org.pinklang.api;
  requires static transitive org.jspecify;
  requires info.picocli;
  requires org.objectweb.asm;

  opens org.pinklang.cli to
      info.picocli;
}
