package org.pinklang.benchmarks.generated;

import java.util.LinkedHashMap;
import java.util.Map;

/** Programs in C with a file that has ninja compile each source on its own. */
public final class NinjaText extends CText {
  private final String compile;
  private final String link;

  /**
   * Programs with a build.
   *
   * @param compile the compiler and its options
   * @param link the command that links, and its options
   */
  public NinjaText(String compile, String link) {
    this.compile = compile;
    this.link = link;
  }

  @Override
  public Map<String, String> files(GeneratedProgram program) {
    Map<String, String> files = new LinkedHashMap<>(super.files(program));
    StringBuilder ninja = new StringBuilder(rules());
    StringBuilder objects = new StringBuilder();
    for (int module = 0; module < program.modules(); module++) {
      ninja.append("build m%1$d.o: cc m%1$d.c\n".formatted(module));
      objects.append(" m").append(module).append(".o");
    }
    ninja.append("build main.o: cc main.c\nbuild prog: ld").append(objects).append(" main.o\n");
    files.put("build.ninja", ninja.toString());
    return files;
  }

  private String rules() {
    return """
    rule cc
      command = %s -MF $out.d -c $in -o $out
      depfile = $out.d
      deps = gcc
    rule ld
      command = %s @$out.rsp -o $out
      rspfile = $out.rsp
      rspfile_content = $in
    """
        .formatted(compile, link);
  }
}
