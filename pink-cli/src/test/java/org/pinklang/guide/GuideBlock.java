package org.pinklang.guide;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a guide: text between code, or code.
 *
 * @param info what stands behind the fence; empty for text and for code without it
 * @param fenced whether it is code
 * @param lines without the fences
 */
record GuideBlock(String info, boolean fenced, List<String> lines) {
  private static final String FENCE = "```";

  /** The pieces of a page, which together are the page. */
  static List<GuideBlock> parse(List<String> page) {
    List<GuideBlock> blocks = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    String info = "";
    boolean fenced = false;
    for (String line : page) {
      if (line.startsWith(FENCE)) {
        blocks.add(new GuideBlock(info, fenced, List.copyOf(lines)));
        lines.clear();
        info = line.substring(FENCE.length());
        fenced = !fenced;
      } else {
        lines.add(line);
      }
    }
    blocks.add(new GuideBlock(info, fenced, List.copyOf(lines)));
    return blocks;
  }

  /** The piece as it is written in the page. */
  List<String> written() {
    List<String> written = new ArrayList<>();
    if (fenced) {
      written.add(FENCE + info);
    }
    written.addAll(lines);
    if (fenced) {
      written.add(FENCE);
    }
    return written;
  }

  /** The same piece with other lines. */
  GuideBlock with(List<String> others) {
    return new GuideBlock(info, fenced, List.copyOf(others));
  }
}
