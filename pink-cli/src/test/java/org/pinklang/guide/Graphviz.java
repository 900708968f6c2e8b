package org.pinklang.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;

/** Draws graphs: Graphviz, compiled to JavaScript, run in this process. For one thread. */
final class Graphviz implements AutoCloseable {
  private static final String FOLDER = "/META-INF/resources/webjars/viz.js/2.1.2/";
  private static final String JS = "js";

  private final Engine engine =
      Engine.newBuilder(JS).option("engine.WarnInterpreterOnly", "false").build();
  private final Context context = Context.newBuilder(JS).engine(engine).build();

  Graphviz() {
    context.eval(JS, "var self = this;");
    context.eval(JS, script("viz.js"));
    context.eval(JS, script("lite.render.js"));
  }

  private static String script(String name) {
    try (InputStream script = Graphviz.class.getResourceAsStream(FOLDER + name)) {
      if (script == null) {
        throw new IllegalStateException("there is no " + FOLDER + name);
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A picture of a graph in Graphviz's language, as SVG. */
  String svg(String dot) {
    context.getBindings(JS).putMember("dot", dot);
    context.eval(
        JS,
        """
        var drawn = '', failure = '';
        new Viz().renderString(dot).then(svg => { drawn = svg; }, e => { failure = String(e); });
        """);
    String failure = context.eval(JS, "failure").asString();
    if (!failure.isEmpty()) {
      throw new IllegalArgumentException(failure + " in\n" + dot);
    }
    return context.eval(JS, "drawn").asString();
  }

  @Override
  public void close() {
    context.close();
    engine.close();
  }
}
