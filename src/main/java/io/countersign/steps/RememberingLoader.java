package io.countersign.steps;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers the classes that are not there. Of each step that fails Cucumber asks whether a test
 * framework's exception says that it was aborted, and where there is no such framework every
 * library is looked through again: a sixth of the time of a run in which much fails.
 */
final class RememberingLoader extends ClassLoader {
  private final Map<String, ClassNotFoundException> missing = new ConcurrentHashMap<>();

  RememberingLoader(ClassLoader parent) {
    super(parent);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    ClassNotFoundException known = missing.get(name);
    if (known != null) {
      throw known;
    }
    try {
      return super.loadClass(name, resolve);
    } catch (ClassNotFoundException e) {
      missing.put(name, e);
      throw e;
    }
  }

  /** Runs something whose thread, and the threads that it begins, ask this one for classes. */
  void during(Runnable work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(this);
    try {
      work.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
