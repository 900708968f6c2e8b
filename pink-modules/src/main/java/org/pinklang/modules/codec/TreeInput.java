package org.pinklang.modules.codec;

/** The nodes of one tree and their positions, read side by side. For one thread. */
final class TreeInput {
  /** No use of a string takes fewer: a kind of node and the number of the string. */
  static final int BYTES_OF_A_STRING = 2;

  private static final int BYTES_OF_A_PLACE = 2;

  private final ByteReader nodes;
  private final ByteReader positions;
  private final StringTable strings;
  private final SpellingBudget budget;
  private int start;
  private int end;

  /**
   * A tree that starts where the readers are.
   *
   * @param budget pays for every use of a string
   */
  TreeInput(ByteReader nodes, ByteReader positions, StringTable strings, SpellingBudget budget) {
    this.nodes = nodes;
    this.positions = positions;
    this.strings = strings;
    this.budget = budget;
  }

  /** No more nodes than this can follow. */
  int mostNodes() {
    return Math.min(nodes.remaining(), positions.remaining() / BYTES_OF_A_PLACE);
  }

  boolean atEnd() {
    return nodes.remaining() == 0;
  }

  void expectEnd() {
    nodes.expectEnd();
    positions.expectEnd();
  }

  /** One of the values of an enum. */
  <E extends Enum<E>> E ordinal(E[] values) {
    int ordinal = nodes.take();
    if (ordinal >= values.length) {
      throw new DamagedManifestException("an unknown kind of node");
    }
    return values[ordinal];
  }

  int flags(int allowed) {
    int flags = nodes.take();
    if ((flags & ~allowed) != 0) {
      throw new DamagedManifestException("an unknown flag");
    }
    return flags;
  }

  /** A number that is an {@code int} and not negative. */
  int count() {
    return nodes.takeCount();
  }

  /** A count of at least {@code least}. */
  int atLeast(int least) {
    int count = count();
    if (count < least) {
      throw new DamagedManifestException("a node has too few parts");
    }
    return count;
  }

  /** Any 64 bits. */
  long number() {
    return nodes.takeNumber();
  }

  /** The spelling of a name: empty where it was missing. */
  String name() {
    int string = string();
    if (!strings.isWord(string)) {
      throw new DamagedManifestException("a name is not well-formed");
    }
    return strings.text(string);
  }

  static boolean isWord(char c) {
    return c == '_' || c < 0x80 && Character.isLetterOrDigit(c);
  }

  String text() {
    return strings.text(string());
  }

  /** The bytes of a string literal. */
  String literal() {
    return strings.literal(string());
  }

  private int string() {
    if (strings.size() == 0) {
      throw new DamagedManifestException("a string is missing");
    }
    int string = nodes.takeUpTo(strings.size() - 1);
    budget.spend(strings.length(string));
    return string;
  }

  /** Reads the next place. */
  void place() {
    long next = (long) end + positions.takeSigned();
    int length = positions.takeCount();
    if (next < length || next > Integer.MAX_VALUE) {
      throw new DamagedManifestException("a position is outside of the text");
    }
    end = (int) next;
    start = end - length;
  }

  /** Where the place read last starts. */
  int start() {
    return start;
  }

  /** Where the place read last ends. */
  int end() {
    return end;
  }
}
