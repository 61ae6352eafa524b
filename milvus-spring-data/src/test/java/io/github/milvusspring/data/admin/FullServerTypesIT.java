package io.github.milvusspring.data.admin;

import java.util.List;

import io.github.milvusspring.data.MilvusFullServer;
import io.github.milvusspring.data.model.FieldType;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whether the extremes of every type that the complete server has come back as they were
 * written.
 */
class FullServerTypesIT {

	@RegisterExtension
	final MilvusFullServer milvus = new MilvusFullServer();

	// A type that came later would end this server.
	private static boolean inFullServer(FieldType type) {
		return type.since().compareTo("2.3") <= 0;
	}

	static List<FieldType> vectors() {
		return TypeRows.vectors(FullServerTypesIT::inFullServer);
	}

	@ParameterizedTest
	@MethodSource("vectors")
	void everyTypeComesBackRequiredAndByDefaultWithOneVector(FieldType vector) {
		TypeRows.of(FullServerTypesIT::inFullServer, false, List.of(vector)).comeBackAsTheyWere(this.milvus.template());
	}

}
