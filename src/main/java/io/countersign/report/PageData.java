package io.countersign.report;

import io.qameta.allure.Aggregator2;
import io.qameta.allure.CompositeAggregator2;
import io.qameta.allure.ReportStorage;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.core.LaunchResults;
import io.qameta.allure.entity.Attachment;
import io.qameta.allure.entity.TestResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that the page shows of the results, put together by the generator's own aggregators,
 * one after the other. Each asks for the results that are not hidden, once or more, and is given a
 * new set of them, for which all that there is of each is hashed: here they share one.
 */
final class PageData extends CompositeAggregator2 {
  PageData(List<Aggregator2> aggregators) {
    super(aggregators);
  }

  @Override
  public void aggregate(
      Configuration configuration, List<LaunchResults> launches, ReportStorage storage) {
    List<LaunchResults> asked = launches.stream().map(AskedOnce::of).toList();
    super.aggregate(configuration, asked, storage);
  }

  /**
   * @param visible the results that are not hidden
   */
  private record AskedOnce(LaunchResults launch, Set<TestResult> visible) implements LaunchResults {
    static LaunchResults of(LaunchResults launch) {
      return new AskedOnce(launch, launch.getResults());
    }

    @Override
    public Set<TestResult> getResults() {
      return visible;
    }

    @Override
    public Set<TestResult> getAllResults() {
      return launch.getAllResults();
    }

    @Override
    public Map<Path, Attachment> getAttachments() {
      return launch.getAttachments();
    }

    @Override
    public <T> Optional<T> getExtra(String name) {
      return launch.getExtra(name);
    }
  }
}
