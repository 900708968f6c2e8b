package org.pinklang.modules.build;

/** What a back end does with the bodies that other units offer. */
public enum BodyUse {
  /** Nothing: a call is a call. */
  NONE,
  /** It inlines them, and keeps the places of what panics. */
  INLINE,
  /** It inlines them, and keeps all their places for debuggers. */
  INLINE_WITH_PLACES
}
