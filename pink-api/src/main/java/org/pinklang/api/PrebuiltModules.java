package org.pinklang.api;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.modules.store.StoreKey;

/**
 * What compiling the standard modules for one target at one level gave when this compiler was
 * built: the entries of a store, to be found like any other earlier result. Safe for any number of
 * threads.
 */
final class PrebuiltModules {
  /** Where the files lie, beside this class. */
  static final String FOLDER = "prebuilt/";

  private final String resource;
  private volatile @Nullable Map<StoreKey, byte[]> entries;

  /**
   * What was prebuilt for a target and level; nothing where the compiler was not built by Maven.
   */
  PrebuiltModules(Target target, Optimization level) {
    this.resource = resource(target, level);
  }

  /** The file for a target and level, beside this class. */
  static String resource(Target target, Optimization level) {
    return FOLDER + target.name() + "-" + level.name();
  }

  /** The entries, whose bytes nobody changes; they are read when they are first asked for. */
  Map<StoreKey, byte[]> entries() {
    Map<StoreKey, byte[]> known = entries;
    return known == null ? readOnce() : known;
  }

  private synchronized Map<StoreKey, byte[]> readOnce() {
    Map<StoreKey, byte[]> known = entries;
    if (known == null) {
      known = read(resource);
      entries = known;
    }
    return known;
  }

  private static Map<StoreKey, byte[]> read(String resource) {
    try (InputStream file = PrebuiltModules.class.getResourceAsStream(resource)) {
      return file == null ? Map.of() : read(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("the prebuilt standard modules cannot be read", e);
    }
  }

  private static Map<StoreKey, byte[]> read(byte[] file) throws IOException {
    Map<StoreKey, byte[]> entries = new HashMap<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file))) {
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        StoreKey.Space space = StoreKey.Space.values()[in.readByte()];
        ContentHash hash = ContentHash.ofValue(in.readNBytes(ContentHash.BYTES));
        entries.put(new StoreKey(space, hash), in.readNBytes(in.readInt()));
      }
    }
    return entries;
  }

  /** Writes entries, the same bytes for the same entries. */
  static void write(Map<StoreKey, byte[]> entries, OutputStream file) throws IOException {
    SortedMap<String, Map.Entry<StoreKey, byte[]>> ordered = new TreeMap<>();
    entries.entrySet().forEach(entry -> ordered.put(entry.getKey().path(), entry));
    try (DataOutputStream out = new DataOutputStream(file)) {
      out.writeInt(ordered.size());
      for (Map.Entry<StoreKey, byte[]> entry : ordered.values()) {
        out.writeByte(entry.getKey().space().ordinal());
        out.write(entry.getKey().hash().value());
        out.writeInt(entry.getValue().length);
        out.write(entry.getValue());
      }
    }
  }

  /** A store that has these entries, beside those of another one, which keeps all that is put. */
  org.pinklang.modules.store.Store over(org.pinklang.modules.store.Store store) {
    return new Overlay(this, store);
  }

  private record Overlay(PrebuiltModules prebuilt, org.pinklang.modules.store.Store store)
      implements org.pinklang.modules.store.Store {

    @Override
    public Optional<byte[]> get(StoreKey key) {
      byte[] known = prebuilt.entries().get(key);
      return known == null ? store.get(key) : Optional.of(known);
    }

    @Override
    public void put(StoreKey key, byte[] bytes) {
      store.put(key, bytes);
    }

    @Override
    public void flush() {
      store.flush();
    }

    /** What is prebuilt is part of the compiler, and needs no check, as its classes need none. */
    @Override
    public boolean verifies() {
      return store.verifies();
    }

    @Override
    public boolean keeps() {
      return store.keeps();
    }

    @Override
    public Optional<String> trouble() {
      return store.trouble();
    }
  }
}
