package io.github.milvusspring.data.model;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MilvusServerTests {

	@ParameterizedTest
	@CsvSource({ "v2.6.2, 2.6.2, false", "v2.6.1, 2.6.2, true", "2.3.5, 2.4, true", "2.5, 2.5.0, false",
			"v2.6-20250701-abcdef, 2.6.0, false", "2.10.0, 2.9.9, false", "v3.0.0-beta, 3.0, false",
			"Zilliz Cloud Vector Database(Compatible with Milvus 2.4), 2.5, true",
			"Zilliz Cloud Vector Database(Compatible with Milvus 2.6), 2.5, false", "'', 9.9, false",
			"master-20260101-1234567, 9.9, false" })
	void versionsAreCompared(String version, String release, boolean older) {
		assertThat(new MilvusServer(version, false).isOlderThan(release)).isEqualTo(older);
		assertThat(new MilvusServer(version, true).isOlderThan(release)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "v2.6.2, Milvus 2.6.2", "2.3.5-lite, Milvus 2.3.5", "v3.0.0-beta, Milvus 3.0.0-beta",
			"Zilliz Cloud Vector Database(Compatible with Milvus 2.4), Milvus 2.4", "'', Milvus",
			"master-20260101, Milvus" })
	void messagesNameTheVersion(String version, String name) {
		assertThat(new MilvusServer(version, false)).hasToString(name);
		assertThat(new MilvusServer(version, true)).hasToString("Milvus Lite");
	}

}
