package org.pinklang.link.object;

import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** One of the objects that were to be linked or loaded cannot be, and which. */
public final class UnusableObjectException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  private final String object;
  private final String reason;

  /**
   * Says why.
   *
   * @param object what it is called
   * @param reason half a sentence that says what is wrong
   */
  public UnusableObjectException(String object, String reason, @Nullable Throwable cause) {
    super(object + " is not an object file that can be used: " + reason, cause);
    this.object = object;
    this.reason = reason;
  }

  /** The same for the user. */
  public LinkProblem problem() {
    return new LinkProblem.UnusableObject(object, reason);
  }
}
