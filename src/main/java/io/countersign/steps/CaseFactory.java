package io.countersign.steps;

import io.countersign.suite.CaseLog;
import io.countersign.suite.RunContext;
import io.cucumber.core.backend.ObjectFactory;
import io.cucumber.java.Scenario;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Makes the glue objects of one scenario, each from the scenario's {@link Current} case. Cucumber's
 * own modules for this are not needed for one constructor argument.
 */
final class CaseFactory implements ObjectFactory {
  private final RunContext run;
  private final Subjects subjects;
  private final Function<Scenario, CaseLog> logs;
  private final Map<Class<?>, Object> instances = new HashMap<>();

  CaseFactory(RunContext run, Subjects subjects, Function<Scenario, CaseLog> logs) {
    this.run = run;
    this.subjects = subjects;
    this.logs = logs;
  }

  @Override
  public void start() {
    instances.put(Current.class, new Current(run, subjects, logs));
  }

  @Override
  public void stop() {
    instances.clear();
  }

  @Override
  public boolean addClass(Class<?> glueClass) {
    return true;
  }

  @Override
  public <T> T getInstance(Class<T> glueClass) {
    return glueClass.cast(instances.computeIfAbsent(glueClass, this::create));
  }

  private Object create(Class<?> glueClass) {
    try {
      Constructor<?> constructor = glueClass.getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return constructor.getParameterCount() == 0
          ? constructor.newInstance()
          : constructor.newInstance(instances.get(Current.class));
    } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot make " + glueClass, e);
    }
  }
}
