package io.countersign.report;

import io.qameta.allure.PluginConfiguration;
import io.qameta.allure.core.Plugin;
import io.qameta.allure.plugin.DefaultPlugin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes Allure's page speak of schemes and outcomes, and takes away what one run has nothing to say
 * about: trends, retries, the machines of a build farm.
 */
final class PageScript {
  private static final String NAME = "countersign.js";

  private static final String SCRIPT =
      """
      (function () {
        var remove = {
          widgets: ['executors', 'history-trend'],
          graph: ['duration', 'duration-trend', 'retry-trend', 'categories-trend', 'history-trend']
        };
        Object.keys(remove).forEach(function (tab) {
          remove[tab].forEach(function (name) { delete allure.api.widgets[tab][name]; });
        });
        allure.api.tabs = allure.api.tabs.filter(function (tab) {
          return tab.tabName !== 'timeline';
        });
        allure.api.testResultTabs = allure.api.testResultTabs.filter(function (tab) {
          return tab.id !== 'history' && tab.id !== 'retries';
        });
        allure.api.addTranslation('en', {
          tab: {suites: {name: 'Schemes'}, categories: {name: 'Outcomes'}},
          widget: {suites: {name: 'Schemes'}, categories: {name: 'Outcomes'}},
          status: {broken: 'Inconclusive'}
        });
      })();
      """;

  private PageScript() {}

  /**
   * @param folder where the script may be written
   */
  static Plugin in(Path folder) throws IOException {
    Path files = Files.createDirectories(folder.resolve("plugin").resolve("static"));
    Files.writeString(files.resolve(NAME), SCRIPT, StandardCharsets.UTF_8);
    PluginConfiguration configuration =
        new PluginConfiguration().setId("countersign").setJsFiles(List.of(NAME));
    return new DefaultPlugin(configuration, List.of(), files.getParent());
  }
}
