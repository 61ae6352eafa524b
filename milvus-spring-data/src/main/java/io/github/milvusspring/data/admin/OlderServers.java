package io.github.milvusspring.data.admin;

import java.util.ArrayList;
import java.util.List;

import io.github.milvusspring.data.model.AnalyzerSchema;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.FunctionSchema;
import io.github.milvusspring.data.model.IndexSchema;
import io.github.milvusspring.data.model.IndexType;
import io.github.milvusspring.data.model.MilvusServer;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Refuses what an older version of a full Milvus server does not support, before anything
 * is sent. Such a server would misinterpret the request, or terminate.
 */
final class OlderServers {

	private final CollectionSchema collection;

	private final MilvusServer server;

	private final List<String> problems = new ArrayList<>();

	private OlderServers(CollectionSchema collection, MilvusServer server) {
		this.collection = collection;
		this.server = server;
	}

	/**
	 * Checks a collection before anything is sent.
	 * @param collection the collection to create or change
	 * @param server the server that will hold the collection
	 * @throws InvalidDataAccessApiUsageException that lists everything that the server
	 * does not support
	 */
	static void check(CollectionSchema collection, MilvusServer server) {
		OlderServers check = new OlderServers(collection, server);
		collection.fields().forEach(check::field);
		collection.functions().forEach(check::function);
		collection.indexes().forEach(check::index);
		if (!check.problems.isEmpty()) {
			throw new InvalidDataAccessApiUsageException("Collection '" + collection.name() + "' cannot be on " + server
					+ ", and nothing was sent:\n  - " + String.join("\n  - ", check.problems));
		}
	}

	private void field(FieldSchema field) {
		String name = "field '" + field.name() + "': ";
		type(name, field.type());
		if (field.elementType() != null) {
			type(name, field.elementType());
		}
		field.structFields().forEach((one) -> type("field '" + field.name() + "." + one.name() + "': ", one.type()));
		if (field.nullable()) {
			boolean vector = field.type().isVector();
			require(vector ? "2.6" : "2.5", name + "nullable = true", vector ? "have a vector in every row"
					: "have a value in every row, or a default value in its place");
		}
		if (field.clusteringKey()) {
			require("2.4", name + "a clustering key", "leave it out");
		}
		AnalyzerSchema analyzer = field.analyzer();
		if (analyzer != null) {
			require("2.5", name + "an analyzer", "search its words outside Milvus");
			if (!analyzer.byLanguage().isEmpty()) {
				require("2.5.11", name + "an analyzer for each language", "declare one analyzer");
			}
		}
	}

	private void type(String name, FieldType type) {
		require(type.since(), name + type, switch (type) {
			case TIMESTAMPTZ -> "write type = INT64 or VARCHAR";
			case GEOMETRY, TEXT -> "write type = VARCHAR";
			case INT8_VECTOR, FLOAT16_VECTOR, BFLOAT16_VECTOR -> "write type = FLOAT_VECTOR";
			case ARRAY, ARRAY_OF_STRUCT, ARRAY_OF_VECTOR -> "write type = JSON, or rows of their own";
			default -> "leave it out";
		});
	}

	private void function(FunctionSchema function) {
		String name = "function of '" + String.join(", ", function.inputs()) + "': ";
		switch (function.type()) {
			case BM25 -> require("2.5", name + "full text search (BM25)", "leave it out");
			case TEXT_EMBEDDING -> require("2.6", name + "an embedding made by the server",
					"have the application make it with @Embedding");
			case UNKNOWN -> {
			}
		}
	}

	private void index(IndexSchema index) {
		String name = "index of '" + index.target() + "': ";
		require(since(index.type()), name + index.type(), "write another type, or AUTOINDEX");
		if (!index.path().isEmpty()) {
			require("2.5.11", name + "a path within JSON", "leave it out");
		}
		FieldSchema field = this.collection.field(index.field());
		if (field != null && field.type() == FieldType.ARRAY && index.type() == IndexType.INVERTED) {
			require("2.4.3", name + "INVERTED on an array", "leave it out");
		}
	}

	// The first release with each type, according to the documentation of Milvus.
	private static String since(IndexType type) {
		return switch (type) {
			case HNSW_SQ, HNSW_PQ, HNSW_PRQ, BITMAP -> "2.5";
			case IVF_RABITQ, MINHASH_LSH, NGRAM -> "2.6";
			case AISAQ, RTREE -> "2.6.4";
			case INVERTED, SPARSE_INVERTED_INDEX, SPARSE_WAND, GPU_CAGRA, GPU_BRUTE_FORCE -> "2.4";
			default -> "2.0";
		};
	}

	private void require(String release, String what, String instead) {
		if (this.server.isOlderThan(release)) {
			this.problems.add(what + " needs Milvus " + release + ", and this is " + this.server + ": " + instead);
		}
	}

}
