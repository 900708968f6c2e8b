package org.pinklang.modules.resolve;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Resolvers asked in turn. */
record FirstOf(List<ManifestResolver> resolvers) implements ManifestResolver {

  @Override
  public Resolution resolve(ManifestRequest request) {
    return resolveFrom(0, request, List.of());
  }

  private Resolution resolveFrom(int first, ManifestRequest request, List<String> before) {
    List<String> searched = before;
    for (int i = first; i < resolvers.size(); i++) {
      Resolution answer = resolvers.get(i).resolve(request);
      switch (answer) {
        case Resolution.NotMine notMine -> searched = join(searched, notMine.searched());
        case Resolution.Later later -> {
          return continueAfter(later, i + 1, request, searched);
        }
        default -> {
          return answer;
        }
      }
    }
    return new Resolution.NotMine(searched);
  }

  private Resolution continueAfter(
      Resolution.Later later, int next, ManifestRequest request, List<String> searched) {
    CompletionStage<Resolution> settled =
        later
            .answer()
            .thenCompose(
                answer ->
                    answer instanceof Resolution.NotMine notMine
                        ? toStage(resolveFrom(next, request, join(searched, notMine.searched())))
                        : toStage(answer));
    return new Resolution.Later(settled);
  }

  private static CompletionStage<Resolution> toStage(Resolution answer) {
    return answer instanceof Resolution.Later later
        ? later.answer()
        : CompletableFuture.completedStage(answer);
  }

  private static List<String> join(List<String> first, List<String> second) {
    return ImmutableList.<String>builder().addAll(first).addAll(second).build();
  }
}
