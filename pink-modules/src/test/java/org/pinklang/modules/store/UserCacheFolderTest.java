package org.pinklang.modules.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS) // where these paths are not absolute
class UserCacheFolderTest {

  private static Optional<Path> find(Map<String, String> environment, Map<String, String> system) {
    return UserCacheFolder.find(environment::get, system::get);
  }

  @Test
  void itIsWhereTheSystemIsUsedTo() {
    assertThat(find(Map.of(), Map.of("user.home", "/home/a", "os.name", "Linux")))
        .hasValue(Path.of("/home/a/.cache/pink"));
    assertThat(find(Map.of(), Map.of("user.home", "/Users/a", "os.name", "Mac OS X")))
        .hasValue(Path.of("/Users/a/Library/Caches/pink"));
    assertThat(
            find(
                Map.of("LOCALAPPDATA", "/local"),
                Map.of("user.home", "/a", "os.name", "Windows 11")))
        .hasValue(Path.of("/local/pink"));
  }

  @Test
  void theVariableGoesFirstIfItIsAPath() {
    Map<String, String> system = Map.of("user.home", "/home/a", "os.name", "Linux");
    assertThat(find(Map.of("XDG_CACHE_HOME", "/cache"), system)).hasValue(Path.of("/cache/pink"));
    for (String none : new String[] {"", "relative", "\0"}) {
      assertThat(find(Map.of("XDG_CACHE_HOME", none), system))
          .hasValue(Path.of("/home/a/.cache/pink"));
    }
  }

  @Test
  void withoutAHomeThereIsNone() {
    assertThat(find(Map.of(), Map.of("user.home", "?", "os.name", "Linux"))).isEmpty();
    assertThat(find(Map.of(), Map.of())).isEmpty();
    assertThat(find(Map.of(), Map.of("user.home", "/a", "os.name", "Windows 11"))).isEmpty();
  }
}
