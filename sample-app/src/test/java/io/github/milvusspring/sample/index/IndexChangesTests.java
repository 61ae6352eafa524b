package io.github.milvusspring.sample.index;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.milvusspring.sample.metadata.Artifact;
import io.github.milvusspring.sample.metadata.DeclaredProperty;
import io.github.milvusspring.sample.metadata.DeclaredProperty.Deprecation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;

class IndexChangesTests {

	private static final Artifact ACME = new Artifact("org.acme", "acme", "1.0");

	private static final DeclaredProperty PORT = new DeclaredProperty("acme.port", "T", "Port.", "1", null, ACME);

	static final List<DeclaredProperty> CHANGED = List.of(
			new DeclaredProperty("acme.port", "Other", "Port.", "1", null, ACME),
			new DeclaredProperty("acme.port", "T", "Other.", "1", null, ACME),
			new DeclaredProperty("acme.port", "T", "Port.", null, null, ACME),
			new DeclaredProperty("acme.port", "T", "Port.", "1", new Deprecation(null, null), ACME),
			new DeclaredProperty("acme.port", "T", "Port.", "1", null, new Artifact("org.acme", "acme", "1.1")));

	@Test
	void allIsWrittenToAnEmptyIndex() {
		assertThat(IndexChanges.between(List.of(PORT), Map.of()))
			.isEqualTo(new IndexChanges(List.of(PORT), 0, Set.of()));
	}

	@Test
	void nothingIsWrittenWhenNothingChanged() {
		assertThat(IndexChanges.between(List.of(PORT), Map.of("acme.port", Fingerprint.of(PORT))))
			.isEqualTo(new IndexChanges(List.of(), 1, Set.of()));
	}

	@ParameterizedTest
	@FieldSource("CHANGED")
	void whatChangedIsWritten(DeclaredProperty changed) {
		assertThat(IndexChanges.between(List.of(changed), Map.of("acme.port", Fingerprint.of(PORT))).toWrite())
			.containsExactly(changed);
	}

	@Test
	void whatHasGoneIsRemoved() {
		IndexChanges changes = IndexChanges.between(List.of(PORT),
				Map.of("acme.port", Fingerprint.of(PORT), "acme.gone", "1", "acme.away", "2"));
		assertThat(changes.toRemove()).containsExactly("acme.away", "acme.gone");
		assertThat(changes.unchanged()).isOne();
	}

}
