package io.github.milvusspring.autoconfigure;

import java.nio.file.Path;

import io.github.milvusspring.data.connection.ConnectionSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MilvusAddressTests {

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:19530", "https://user:pass@host/database", "tcp://host",
			"localhost:19530", "milvus.example.com:19530/books", "127.0.0.1:19530", "[::1]:19530", "localhost",
			"milvus.example.com", "grpc://host:1" })
	void serversAreNoPaths(String uri) {
		assertThat(MilvusAddress.of(uri)).isEqualTo(new MilvusAddress(uri, null));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', textBlock = """
			./milvus.db,             ./milvus.db
			milvus.db,               milvus.db
			/var/data/milvus,        /var/data/milvus
			data/milvus,             data/milvus
			.,                       .
			..,                      ..
			file:./milvus.db,        ./milvus.db
			file:milvus,             milvus
			file:/var/milvus,        /var/milvus
			file:///var/mil%20vus,   /var/mil vus
			C:\\data\\milvus,        C:\\data\\milvus
			C:/data/milvus,          C:/data/milvus
			""")
	void pathsAreNoServers(String uri, String path) {
		assertThat(MilvusAddress.of(uri)).isEqualTo(new MilvusAddress(null, Path.of(path)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "root:geheim@host/db", "root:geheim@host", "root:geheim@host:19530", "geheim@host/db",
			"geheim@host", "root:geheim@host/milvus.db", "root:geheim@", "//root:geheim@host/db",
			"///root:geheim@host/db", "/root:geheim@host/db", "./root:geheim@host/db", "~/root:geheim@host/db",
			"http:root:geheim@host/db", "http:/root:geheim@host/db", "http:\\\\root:geheim@host/db",
			"file:root:geheim@host/db", "file:geheim@host/db", "file://root:geheim@host/db",
			"file:///root:geheim@host/db", "root:geh/eim@host/geheim", "root:1@host:19530/geheim" })
	void whatMayHideAPasswordIsNoPathAndIsRefusedWithoutBeingShown(String uri) {
		MilvusAddress address = MilvusAddress.of(uri);
		assertThat(address.localPath()).isNull();
		assertThatIllegalArgumentException().isThrownBy(() -> ConnectionSettings.of(address.remote()))
			.withMessageContainingAll("milvus.uri", "milvus.password")
			.withMessageNotContainingAny("geheim", "root")
			.withNoCause();
	}

	@ParameterizedTest
	@CsvSource({ "./data@2/milvus.db, ./data@2/milvus.db", "/var/a@b, /var/a@b", "file:./a@b, ./a@b",
			"../a@b/c, ../a@b/c", "file:///var/a@b, /var/a@b" })
	void aPathThatIsClearlyOneMayHaveAnAt(String uri, String path) {
		assertThat(MilvusAddress.of(uri)).isEqualTo(new MilvusAddress(null, Path.of(path)));
	}

	@Test
	void tildeIsTheHomeDirectory() {
		assertThat(MilvusAddress.of("~/milvus").localPath())
			.isEqualTo(Path.of(System.getProperty("user.home"), "milvus"));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "  " })
	void nothingIsNeither(@Nullable String uri) {
		assertThat(MilvusAddress.of(uri)).isEqualTo(new MilvusAddress(null, null));
	}

}
