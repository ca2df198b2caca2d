package io.countersign.target.vendor;

import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import java.util.List;

/** Stubs come from no file and go into none; looking for the files would cost start-up time. */
final class NoStubs implements MappingsSource {
  @Override
  public void loadMappingsInto(StubMappings mappings) {
    // There are none.
  }

  @Override
  public void save(List<StubMapping> mappings) {
    // There are none.
  }

  @Override
  public void save(StubMapping mapping) {
    // There are none.
  }

  @Override
  @SuppressWarnings("removal") // abstract until it is removed
  public void remove(StubMapping mapping) {
    // There are none.
  }

  @Override
  public void removeAll() {
    // There are none.
  }
}
