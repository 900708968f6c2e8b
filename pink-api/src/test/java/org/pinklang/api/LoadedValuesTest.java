package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Values of every kind pass between Java and loaded programs. */
class LoadedValuesTest {
  private static final String SHAPES =
      """
      module shapes;
      import points;
      export union Shape { circle: Float, square: points::Point, nothing }
      export struct Mixed { flag: Boolean, small: Integer8, wide: Unsigned32, real: Float32,
          name: *[]Byte, numbers: [Integer16; 3], next: *?Mixed }
      export fn move(p: points::Point, x: Integer) -> points::Point {
        points::Point { x: p.x + x, y: p.y };
      }
      export fn area(s: Shape) -> Float {
        match (s) {
          circle(r) => { r * r * 3.0; }
          square(p) => { Float(p.x * p.y); }
          nothing => { 0.0; }
        }
      }
      export fn grow(s: Shape) -> Shape {
        match (s) {
          circle(r) => { Shape.circle(r * 2.0); }
          else => { Shape.square(points::Point { x: 7, y: 8 }); }
        }
      }
      export fn echo(m: Mixed) -> Mixed { m; }
      export fn flip(m: *Mixed) -> Nil { m.flag = !m.flag; m.numbers[2] = m.numbers[0]; }
      export fn nameLength(m: *?Mixed) -> Integer { if (m != nil) { m.name.length; } else { -1; } }
      export fn swap(t: (Integer, Float)) -> (Float, Integer) { (t.1, t.0); }
      export fn pair(a: Float32, b: Float32) -> (Float32, Float32) { (b, a); }
      export fn many(a: Integer, b: Float, c: Mixed, d: Integer8, e: Integer, f: Integer, g: Integer,
          h: Integer, i: Integer16, j: (Integer, Integer), k: Float32) -> Integer {
        a + Integer(b) + Integer(c.numbers[1]) + Integer(d) + e + f + g + h + Integer(i)
            + j.0 * j.1 + Integer(k);
      }
      """;

  private static final String SLICES =
      """
      module slices;
      import points;
      export fn sum(xs: *[]Integer) -> Integer {
        s := 0;
        for x in xs { s = s + x; }
        s;
      }
      export fn double(xs: *[]Integer) -> Nil { for i in 0..xs.length { xs[i] = xs[i] * 2; } }
      export fn shout(text: *[]Byte) -> Integer {
        s := 0;
        for c in text { s = s + Integer(c); }
        s;
      }
      export fn tail(xs: *[]Integer) -> *[]Integer { xs[1..]; }
      export fn greeting() -> *[]Byte { "héllo"; }
      export fn half(xs: *[]Float) -> Nil { for i in 0..xs.length { xs[i] = xs[i] / 2.0; } }
      export fn total(ps: *[]points::Point) -> Integer {
        s := 0;
        for i in 0..ps.length { s = s + ps[i].x * ps[i].y; ps[i].x = 0; }
        s;
      }
      """;

  private static final String CALLBACKS =
      """
      module callbacks;
      import points;
      var kept: fn(Integer) -> Integer := identity;
      fn identity(x: Integer) -> Integer { x; }
      export fn apply(f: fn(Integer) -> Integer, x: Integer) -> Integer { f(x) + 1; }
      export fn fold(f: fn(Integer, Integer) -> Integer, xs: *[]Integer) -> Integer {
        s := 0;
        for x in xs { s = f(s, x); }
        s;
      }
      export fn integrate(f: fn(Float) -> Float) -> Float { f(0.5) + f(1.5); }
      export fn each(f: fn(points::Point, *[]Byte) -> points::Point) -> Integer {
        p := f(points::Point { x: 1, y: 2 }, "abc");
        p.x * 100 + p.y;
      }
      export fn keep(f: fn(Integer) -> Integer) -> Nil { kept = f; }
      export fn callKept(x: Integer) -> Integer { kept(x); }
      export fn increment() -> fn(Integer) -> Integer { plusOne; }
      fn plusOne(x: Integer) -> Integer { x + 1; }
      """;

  /** {@code points::Point}. */
  record Point(long x, long y) {}

  /** {@code shapes::Shape}. */
  sealed interface Shape {
    record Circle(double radius) implements Shape {}

    record Square(Point corner) implements Shape {}

    record Nothing() implements Shape {}
  }

  record Mixed(
      boolean flag, byte small, int wide, float real, String name, short[] numbers, long next) {}

  record Swapped(double first, long second) {}

  record Plain(long first, double second) {}

  record Singles(float first, float second) {}

  record Longs(long first, long second) {}

  interface Shapes {
    Point move(Point p, long x);

    double area(Shape s);

    Shape grow(Shape s);

    Mixed echo(Mixed m);

    void flip(ByteBuffer m);

    long nameLength(Mixed m);

    Swapped swap(Plain t);

    Singles pair(float a, float b);

    long many(
        long a,
        double b,
        Mixed c,
        byte d,
        long e,
        long f,
        long g,
        long h,
        short i,
        Longs j,
        float k);
  }

  interface Slices {
    long sum(long[] xs);

    LongBuffer tail(LongBuffer xs);

    String greeting();

    long shout(String text);

    void half(double[] xs);

    long total(Point[] ps);
  }

  /** A function from points and texts to points. */
  interface PointFunction {
    Point apply(Point p, String text) throws Exception;
  }

  interface Callbacks {
    long apply(LongUnaryOperator f, long x);

    long fold(LongBinaryOperator f, long[] xs);

    double integrate(DoubleUnaryOperator f);

    long each(PointFunction f);

    void keep(PinkCallback f);

    long callKept(long x);

    LongUnaryOperator increment();
  }

  private static LoadedProgram program;

  @BeforeAll
  static void load() {
    program =
        Compilation.builder()
            .sources(
                Sources.texts(
                    Map.of(
                        "points.pink",
                        "module points;\nexport struct Point { x: Integer, y: Integer }\n",
                        "shapes.pink",
                        SHAPES,
                        "slices.pink",
                        SLICES,
                        "callbacks.pink",
                        CALLBACKS)))
            .build()
            .run()
            .orThrow()
            .load();
  }

  @AfterAll
  static void close() {
    program.close();
  }

  @Test
  void structsUnionsAndTuplesPassAsRecords() {
    Shapes shapes = program.bind("shapes", Shapes.class);
    assertThat(shapes.move(new Point(1, 2), 10)).isEqualTo(new Point(11, 2));
    assertThat(shapes.area(new Shape.Circle(2))).isEqualTo(12);
    assertThat(shapes.area(new Shape.Square(new Point(3, 4)))).isEqualTo(12);
    assertThat(shapes.area(new Shape.Nothing())).isZero();
    assertThat(shapes.grow(new Shape.Circle(2))).isEqualTo(new Shape.Circle(4));
    assertThat(shapes.grow(new Shape.Nothing())).isEqualTo(new Shape.Square(new Point(7, 8)));
    assertThat(shapes.swap(new Plain(5, 0.25))).isEqualTo(new Swapped(0.25, 5));
    assertThat(shapes.pair(1.5f, 2.5f)).isEqualTo(new Singles(2.5f, 1.5f));
  }

  private static Mixed mixed(String name) {
    return new Mixed(true, (byte) -7, 0xFFFF_FFFF, 1.5f, name, new short[] {1, -2, 3}, 0);
  }

  @Test
  void largeStructsAndManyArgumentsPass() {
    Shapes shapes = program.bind("shapes", Shapes.class);
    Mixed back = shapes.echo(mixed("näme"));
    assertThat(back).usingRecursiveComparison().isEqualTo(mixed("näme"));
    assertThat(shapes.nameLength(mixed("four"))).isEqualTo(4);
    assertThat(shapes.nameLength(null)).isEqualTo(-1);
    long sum =
        shapes.many(1, 2.5, mixed(""), (byte) -4, 5, 6, 7, 8, (short) -9, new Longs(3, 4), 11.5f);
    assertThat(sum).isEqualTo(1 + 2 - 2 - 4 + 5 + 6 + 7 + 8 - 9 + 12 + 11);
  }

  @Test
  void structBehindPointerIsMemoryOfBuffer() {
    Shapes shapes = program.bind("shapes", Shapes.class);
    ByteBuffer direct = ByteBuffer.allocateDirect(48).order(ByteOrder.nativeOrder());
    ByteBuffer heap = ByteBuffer.allocate(48).order(ByteOrder.nativeOrder());
    for (ByteBuffer buffer : new ByteBuffer[] {direct, heap}) {
      buffer.putShort(32, (short) 77);
      shapes.flip(buffer);
      assertThat(buffer.get(0)).isOne();
      assertThat(buffer.getShort(36)).isEqualTo((short) 77);
    }
    assertThatThrownBy(() -> shapes.flip(ByteBuffer.allocate(3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the buffer has 3");
    assertThatThrownBy(() -> shapes.flip(null)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void slicesAreBuffersArraysAndTexts() {
    Slices slices = program.bind("slices", Slices.class);
    assertThat(slices.sum(new long[] {1, 2, 39})).isEqualTo(42);
    assertThat(slices.sum(new long[0])).isZero();
    assertThat(slices.greeting()).isEqualTo("héllo");
    assertThat(slices.shout("ab")).isEqualTo('a' + 'b');
    double[] reals = {1, 2, 3};
    slices.half(reals);
    assertThat(reals).containsExactly(0.5, 1, 1.5);
    Point[] points = {new Point(2, 3), new Point(4, 5)};
    assertThat(slices.total(points)).isEqualTo(26);
    assertThat(points).containsExactly(new Point(0, 3), new Point(0, 5));
    LongBuffer direct = ByteBuffer.allocateDirect(32).order(ByteOrder.nativeOrder()).asLongBuffer();
    direct.put(new long[] {9, 1, 2, 3}).position(1);
    LongBuffer tail = slices.tail(direct);
    assertThat(tail.remaining()).isEqualTo(2);
    tail.put(0, 77);
    assertThat(direct.get(2)).isEqualTo(77);
  }

  @Test
  void directBuffersPassTheirOwnMemoryAndOthersAreCopiedBack() {
    PinkFunction twice = program.function("slices::double");
    LongBuffer direct = ByteBuffer.allocateDirect(24).order(ByteOrder.nativeOrder()).asLongBuffer();
    direct.put(new long[] {1, 2, 3}).flip();
    direct.position(1);
    twice.invokeVoid(direct);
    assertThat(new long[] {direct.get(0), direct.get(1), direct.get(2)}).containsExactly(1, 4, 6);
    LongBuffer heap = LongBuffer.wrap(new long[] {1, 2, 3});
    twice.invokeVoid(heap);
    assertThat(heap.array()).containsExactly(2, 4, 6);
    long[] array = {5};
    twice.invokeVoid((Object) array);
    assertThat(array).containsExactly(10);
    LongBuffer wrong = ByteBuffer.allocateDirect(24).order(ByteOrder.BIG_ENDIAN).asLongBuffer();
    assertThatThrownBy(() -> twice.invokeVoid(wrong)).hasMessageContaining("byte order");
    assertThat(program.function("slices::sum").invokeLong(heap)).isEqualTo(12);
    assertThat(program.function("slices::shout").invokeLong("a")).isEqualTo('a');
    assertThat(program.function("slices::greeting").invoke(byte[].class)).hasSize(6);
    assertThat(program.function("shapes::move").invoke(Point.class, new Point(1, 1), 2))
        .isEqualTo(new Point(3, 1));
    assertThat(program.function("shapes::area").invokeDouble(new Shape.Circle(1))).isEqualTo(3);
  }

  @Test
  void javaCodeIsCalledBack() {
    Callbacks callbacks = program.bind("callbacks", Callbacks.class);
    assertThat(callbacks.apply(x -> x * 10, 4)).isEqualTo(41);
    assertThat(callbacks.fold((s, x) -> s * 10 + x, new long[] {1, 2, 3})).isEqualTo(123);
    assertThat(callbacks.integrate(x -> x * x)).isEqualTo(2.5);
    assertThat(callbacks.each((p, text) -> new Point(p.y(), text.length()))).isEqualTo(203);
    assertThat(callbacks.increment().applyAsLong(41)).isEqualTo(42);
    LongUnaryOperator negate = x -> -x;
    assertThat(program.function("callbacks::apply").invokeLong(negate, 4)).isEqualTo(-3);
  }

  @Test
  void exceptionOfCallbackPassesThroughPinkUnchanged() {
    Callbacks callbacks = program.bind("callbacks", Callbacks.class);
    IOException thrown = new IOException("from Java");
    assertThatThrownBy(
            () ->
                callbacks.each(
                    (p, text) -> {
                      throw thrown;
                    }))
        .isSameAs(thrown);
    Error error = new AssertionError("an error");
    assertThatThrownBy(
            () ->
                callbacks.apply(
                    x -> {
                      throw error;
                    },
                    1))
        .isSameAs(error);
    assertThat(callbacks.apply(x -> x, 1)).isEqualTo(2);
  }

  @Test
  void callbackThatIsKeptLivesUntilItIsClosed() {
    Callbacks callbacks = program.bind("callbacks", Callbacks.class);
    PinkFunction keep = program.function("callbacks::keep");
    AtomicLong calls = new AtomicLong();
    PinkCallback callback =
        keep.callback(0, LongUnaryOperator.class, x -> x + calls.incrementAndGet());
    callbacks.keep(callback);
    assertThat(callbacks.callKept(10)).isEqualTo(11);
    assertThat(callbacks.callKept(10)).isEqualTo(12);
    callback.close();
    callback.close();
    assertThatThrownBy(() -> callbacks.callKept(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("callback that has been closed");
    assertThatThrownBy(() -> callbacks.keep(callback)).isInstanceOf(IllegalStateException.class);
  }

  private record Wrong(long x, long z) {}

  private interface WrongField {
    Wrong move(Wrong p, long x);
  }

  private interface WrongScalar {
    long sum(int[] xs);
  }

  private interface WrongFunction {
    long apply(Callable<String> f, long x);
  }

  private interface WrongResult {
    int sum(long[] xs);
  }

  private interface Missing {
    void nowhere();
  }

  @Test
  void whatDoesNotFitIsToldWithBothSides() {
    assertThatThrownBy(() -> program.bind("shapes", WrongField.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Wrong")
        .hasMessageContaining("[x: Integer, y: Integer]")
        .hasMessageContaining("points::Point");
    assertThatThrownBy(() -> program.bind("slices", WrongScalar.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("int[]")
        .hasMessageContaining("`*[]Integer`")
        .hasMessageContaining("java.nio.LongBuffer");
    assertThatThrownBy(() -> program.bind("callbacks", WrongFunction.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fn(Integer) -> Integer");
    assertThatThrownBy(() -> program.bind("slices", WrongResult.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("result");
    assertThatThrownBy(() -> program.bind("slices", Missing.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("slices::nowhere");
  }
}
