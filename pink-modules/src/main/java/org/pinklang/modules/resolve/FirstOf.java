package org.pinklang.modules.resolve;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/** Resolvers asked in turn. */
record FirstOf(List<ManifestResolver> resolvers) implements ManifestResolver {

  @Override
  public Resolution resolve(ManifestRequest request) {
    return resolveFrom(0, request, new Resolution.NotMine(List.of()));
  }

  @Override
  public List<Resolution> implementations(ManifestRequest request, Predicate<String> wanted) {
    return resolvers.stream()
        .flatMap(resolver -> resolver.implementations(request, wanted).stream())
        .toList();
  }

  private Resolution resolveFrom(int first, ManifestRequest request, Resolution.NotMine before) {
    Resolution.NotMine sofar = before;
    for (int i = first; i < resolvers.size(); i++) {
      Resolution answer = resolvers.get(i).resolve(request);
      switch (answer) {
        case Resolution.NotMine notMine -> sofar = join(sofar, notMine);
        case Resolution.Later later -> {
          return continueAfter(later, i + 1, request, sofar);
        }
        default -> {
          return answer.after(sofar.remarks());
        }
      }
    }
    return sofar;
  }

  private Resolution continueAfter(
      Resolution.Later later, int next, ManifestRequest request, Resolution.NotMine before) {
    CompletionStage<Resolution> settled =
        later
            .answer()
            .thenCompose(
                answer ->
                    answer instanceof Resolution.NotMine notMine
                        ? toStage(resolveFrom(next, request, join(before, notMine)))
                        : toStage(answer.after(before.remarks())));
    return new Resolution.Later(settled);
  }

  private static CompletionStage<Resolution> toStage(Resolution answer) {
    return answer instanceof Resolution.Later later
        ? later.answer()
        : CompletableFuture.completedStage(answer);
  }

  private static Resolution.NotMine join(Resolution.NotMine first, Resolution.NotMine second) {
    return new Resolution.NotMine(
        ImmutableList.<String>builder().addAll(first.searched()).addAll(second.searched()).build(),
        ImmutableList.<Remark>builder().addAll(first.remarks()).addAll(second.remarks()).build());
  }
}
