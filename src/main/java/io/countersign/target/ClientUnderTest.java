package io.countersign.target;

/** Something that signs a request at the current time and really sends it. */
public interface ClientUnderTest {
  /**
   * @return what arrived at the capture server
   */
  Signed send(Call call);
}
