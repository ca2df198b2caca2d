package io.countersign.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RememberingLoaderTest {
  private final List<String> asked = new ArrayList<>();
  private final RememberingLoader loader =
      new RememberingLoader(
          new ClassLoader(getClass().getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve)
                throws ClassNotFoundException {
              asked.add(name);
              return super.loadClass(name, resolve);
            }
          });

  @Test
  void classThatIsNotThere_isLookedForOnce() {
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> loader.loadClass("org.example.Missing"))
          .isInstanceOf(ClassNotFoundException.class)
          .hasMessage("org.example.Missing");
    }

    assertThat(asked).containsExactly("org.example.Missing");
  }

  @Test
  void classThatIsThere_isThatOfTheParent() throws ClassNotFoundException {
    assertThat(loader.loadClass(Suite.class.getName())).isSameAs(Suite.class);
  }

  @Test
  void during_isAskedByTheThread_untilTheWorkIsDone() {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    List<ClassLoader> seen = new ArrayList<>();

    assertThatThrownBy(
            () ->
                loader.during(
                    () -> {
                      seen.add(Thread.currentThread().getContextClassLoader());
                      throw new IllegalStateException("it failed");
                    }))
        .hasMessage("it failed");

    assertThat(seen).containsExactly(loader);
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
  }
}
