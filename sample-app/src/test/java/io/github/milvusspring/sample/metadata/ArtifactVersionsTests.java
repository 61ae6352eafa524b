package io.github.milvusspring.sample.metadata;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ArtifactVersionsTests {

	@ParameterizedTest
	@CsvSource({ "1.9,1.10", "4.0.9,4.1.0", "4.1.0-M1,4.1.0-RC1", "4.1.0-RC1,4.1.0", "4.1.0-SNAPSHOT,4.1.0",
			"4.1,4.1.1", "'',0.1", "2.1.0.M4,2.1.0.RELEASE", "1.0-RC1,1.0.1", "1.99999999999999999999,2.0" })
	void olderComesFirst(String older, String newer) {
		assertThat(ArtifactVersions.OLDEST_FIRST.compare(older, newer)).isNegative();
		assertThat(ArtifactVersions.OLDEST_FIRST.compare(newer, older)).isPositive();
	}

	@Test
	void sameVersionIsEqual() {
		assertThat(ArtifactVersions.OLDEST_FIRST.compare("4.1.2-RC1", "4.1.2-RC1")).isZero();
	}

}
