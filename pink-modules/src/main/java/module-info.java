/** Which units, from where, in what order, and what is still valid; runs the work. */
module org.pinklang.modules {
  requires transitive org.pinklang.frontend;
  requires static transitive org.jspecify;
  requires com.github.benmanes.caffeine;
  requires com.google.common;
  requires java.net.http;
  requires org.slf4j;

  exports org.pinklang.modules.codec to
      org.pinklang.api;
  exports org.pinklang.modules.build to
      org.pinklang.api;
  exports org.pinklang.modules.graph;
  exports org.pinklang.modules.plan to
      org.pinklang.api;
  exports org.pinklang.modules.history to
      org.pinklang.api;
  exports org.pinklang.modules.resolve to
      org.pinklang.api;
  exports org.pinklang.modules.source to
      org.pinklang.api;
  exports org.pinklang.modules.store to
      org.pinklang.api;
}
