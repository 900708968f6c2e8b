package org.pinklang.guide;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the Java code of a guide, each block as the body of a method, and runs it. */
final class JavaSnippets {
  private static final String CLASS =
      """
      import java.nio.file.*;
      import java.util.*;
      import java.util.concurrent.*;
      import org.pinklang.api.*;
      import org.pinklang.modules.graph.*;
      public class Snippet%d {
        public static void run() throws Exception {
      %s
        }
      }
      """;

  private final Path folder;
  private int count;

  JavaSnippets() {
    try {
      folder = Files.createTempDirectory("snippets");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the code prints. */
  List<String> run(List<String> code) throws Exception {
    count++;
    Path source = folder.resolve("Snippet" + count + ".java");
    Files.writeString(source, CLASS.formatted(count, String.join("\n", code)));
    compile(source);
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      loader.loadClass("Snippet" + count).getMethod("run").invoke(null);
    } finally {
      System.setOut(before);
    }
    return GuideProcess.lines(printed.toByteArray());
  }

  private void compile(Path source) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      boolean compiled =
          compiler
              .getTask(messages, files, null, options, null, files.getJavaFileObjects(source))
              .call();
      if (!compiled) {
        throw new IllegalStateException(messages + "\n" + Files.readString(source));
      }
    }
  }
}
