package org.pinklang.link.lld;

import java.util.List;
import org.pinklang.link.object.LinkObject;
import org.pinklang.link.object.SharedLibrary;

/**
 * What is linked.
 *
 * @param objects their order decides the order in the output
 * @param libraries what they are linked against, in the order in which symbols are looked up
 * @param triple the objects' target as LLVM's normal triple
 */
public record LinkInput(List<LinkObject> objects, List<SharedLibrary> libraries, String triple) {

  /** Copies the lists. */
  public LinkInput {
    objects = List.copyOf(objects);
    libraries = List.copyOf(libraries);
  }
}
