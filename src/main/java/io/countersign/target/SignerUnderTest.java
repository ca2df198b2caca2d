package io.countersign.target;

/** Something that signs requests. */
public interface SignerUnderTest {
  Signed sign(Call call);
}
