package io.countersign.target.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.countersign.document.Documents;
import io.countersign.document.Fields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelloTest {
  @Test
  void read_namesItWithVersionAndLanguage() throws AdapterException {
    Hello hello =
        read("'name':'tm','version':'1.4','language':'php','schemes':['a'],'ops':['sign']");

    assertThat(hello.name()).isEqualTo("tm 1.4 (php)");
    assertThat(hello.schemes()).containsExactly("a");
    assertThat(hello.ops()).containsExactly(Op.SIGN);
    assertThat(read("'name':'tm','schemes':[],'ops':['send']").name()).isEqualTo("tm");
  }

  @Test
  void read_leavesOutWhatIsBlank() throws AdapterException {
    String rest = ",'version':' ','language':'','schemes':[],'ops':['send']";

    assertThat(read("'name':'tm'" + rest).name()).isEqualTo("tm");
    assertThat(read("'name':''" + rest).name()).isEqualTo("unnamed");
  }

  @Test
  void read_takesWhatIsThereTwiceOrUnknown() throws AdapterException {
    Hello hello =
        read("'name':'a','schemes':['a','a'],'ops':['sign','dance','sign','verify'],'x':[1]");

    assertThat(hello.schemes()).containsExactly("a");
    assertThat(hello.ops()).containsExactlyInAnyOrder(Op.SIGN, Op.VERIFY);
  }

  /** It stands on a console and in every report. */
  @Test
  void read_makesANameShortAndVisible() throws AdapterException {
    String huge = "N".repeat(1_000_000);
    Hello hello =
        read(
            "'name':'\\u001b[31m"
                + huge
                + "','version':'1\\n2\\u202e','language':'\\u0000"
                + huge
                + "','schemes':[],'ops':['sign']");

    assertThat(hello.name())
        .startsWith("\\u001b[31mNNNN")
        .contains("N… 1 2\\u202e (\\u0000NNN")
        .endsWith("N…)")
        .hasSizeLessThan(300);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'schemes':[],'ops':['sign']",
        "'name':7,'schemes':[],'ops':['sign']",
        "'name':'a','ops':['sign']",
        "'name':'a','schemes':[]",
        "'name':'a','schemes':'a','ops':['sign']",
        "'name':'a','schemes':[1],'ops':['sign']",
        "'name':'a','schemes':[],'ops':{'sign':true}"
      })
  void read_refusesAnotherForm(String fields) {
    assertThatExceptionOfType(AdapterException.class).isThrownBy(() -> read(fields));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'error':'no licence'",
        "'skipped':'not today'",
        "'name':'a','schemes':[],'ops':[]",
        "'name':'a','schemes':[],'ops':['Sign','explain']"
      })
  void read_refusesWhatOffersNothing(String fields) {
    assertThatExceptionOfType(AdapterException.class).isThrownBy(() -> read(fields));
  }

  private static Hello read(String fields) throws AdapterException {
    String json = "{" + fields.replace('\'', '"') + "}";
    Fields answer = Fields.open(Documents.readJson("the answer", json), "an answer");
    return Hello.read(answer, new Quotes());
  }
}
