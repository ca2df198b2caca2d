package io.countersign.report;

import io.qameta.allure.Aggregator2;
import io.qameta.allure.ReportStorage;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.core.LaunchResults;
import io.qameta.allure.entity.TestResult;
import java.util.List;
import java.util.Optional;

/**
 * Writes the data of each case for the page. There, and only there, the page takes a message for
 * HTML: what a server or an adapter answered would vanish from it, or run. This changes the results
 * and therefore comes after all other extensions.
 */
final class CasePages implements Aggregator2 {
  @Override
  public void aggregate(
      Configuration configuration, List<LaunchResults> launches, ReportStorage storage) {
    // On all cores: of what the page shows, this is the most.
    launches.stream().flatMap(launch -> launch.getAllResults().stream()).toList().parallelStream()
        .forEach(
            result -> {
              escape(result);
              storage.addDataJson("data/test-cases/" + result.getSource(), result);
            });
  }

  private static void escape(TestResult result) {
    String message = result.getStatusMessage();
    if (message != null) {
      result.setStatusMessage(Html.escape(message));
      // A case that was never begun has no stage.
      Optional.ofNullable(result.getTestStage())
          .ifPresent(stage -> stage.setStatusMessage(Html.escape(message)));
    }
  }
}
