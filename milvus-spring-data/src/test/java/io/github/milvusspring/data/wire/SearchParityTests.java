package io.github.milvusspring.data.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.wire.column.ProtoWriter;
import io.milvus.v2.service.vector.request.AnnSearchReq;
import io.milvus.v2.service.vector.request.FunctionScore;
import io.milvus.v2.service.vector.request.HybridSearchReq;
import io.milvus.v2.service.vector.request.SearchReq;
import io.milvus.v2.service.vector.request.data.BinaryVec;
import io.milvus.v2.service.vector.request.data.EmbeddedText;
import io.milvus.v2.service.vector.request.data.FloatVec;
import io.milvus.v2.service.vector.request.ranker.BoostRanker;
import io.milvus.v2.service.vector.request.ranker.DecayRanker;
import io.milvus.v2.service.vector.request.ranker.RRFRanker;
import io.milvus.v2.utils.VectorUtils;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that searches of every kind are what the SDK sends.
 */
class SearchParityTests {

	private static final SubSearchRequest NEAR = new SubSearchRequest(
			SearchVectors.floats(List.of(new float[] { 1, -0.5f })), "id > 1",
			Map.of("anns_field", "vector", "topk", "20", "metric_type", "COSINE"));

	private static final SubSearchRequest WORDS = new SubSearchRequest(
			SearchVectors.packed(FieldType.VARCHAR, List.of("grün".getBytes(StandardCharsets.UTF_8))), "",
			Map.of("anns_field", "title_words", "topk", "30"));

	private static final List<AnnSearchReq> LEGS = List.of(
			AnnSearchReq.builder()
				.vectorFieldName("vector")
				.filter("id > 1")
				.limit(20)
				.metricType(io.milvus.v2.common.IndexParam.MetricType.COSINE)
				.vectors(List.of(new FloatVec(new float[] { 1, -0.5f })))
				.build(),
			AnnSearchReq.builder()
				.vectorFieldName("title_words")
				.limit(30)
				.vectors(List.of(new EmbeddedText("grün")))
				.build());

	@Test
	void aHybridSearchIsWhatTheSdkBuilds() throws IOException {
		io.milvus.grpc.HybridSearchRequest built = new VectorUtils()
			.ConvertToGrpcHybridSearchRequest(HybridSearchReq.builder()
				.collectionName("books")
				.partitionNames(List.of("p"))
				.searchRequests(LEGS)
				.ranker(RRFRanker.builder().k(60).build())
				.limit(10)
				.outFields(List.of("id", "title"))
				.consistencyLevel(io.milvus.v2.common.ConsistencyLevel.BOUNDED)
				.build());
		io.milvus.grpc.HybridSearchRequest ours = hybrid(built.getGuaranteeTimestamp(),
				Map.of("limit", "10", "strategy", "rrf", "params", "{\"k\":60}"), List.of());
		assertThat(ours.getRankParamsList()).allMatch((pair) -> built.getRankParamsList().contains(pair));
		assertSameSubSearches(ours, built);
		assertThat(ours.toBuilder().clearRankParams().clearRequests().build())
			.isEqualTo(built.toBuilder().clearRankParams().clearRequests().build());
	}

	@Test
	void functionsOfAHybridSearchAreWhatTheSdkBuilds() throws IOException {
		io.milvus.grpc.HybridSearchRequest built = new VectorUtils()
			.ConvertToGrpcHybridSearchRequest(HybridSearchReq.builder()
				.collectionName("books")
				.partitionNames(List.of("p"))
				.searchRequests(LEGS)
				.functionScore(theirFunctions())
				.limit(10)
				.outFields(List.of("id", "title"))
				.consistencyLevel(io.milvus.v2.common.ConsistencyLevel.BOUNDED)
				.build());
		io.milvus.grpc.HybridSearchRequest ours = hybrid(built.getGuaranteeTimestamp(), Map.of("limit", "10"),
				functions());
		assertSameFunctions(ours.getFunctionScore(), built.getFunctionScore());
	}

	@Test
	void functionsOfASearchAreWhatTheSdkBuilds() throws IOException {
		io.milvus.grpc.SearchRequest built = new VectorUtils().ConvertToGrpcSearchRequest(SearchReq.builder()
			.collectionName("books")
			.annsField("code")
			.data(List.of(new BinaryVec(new byte[] { 1, -1 }), new BinaryVec(new byte[] { 0, 127 })))
			.functionScore(theirFunctions())
			.consistencyLevel(io.milvus.v2.common.ConsistencyLevel.STRONG)
			.build());
		ReadScope scope = new ReadScope("books", List.of(), List.of(), ConsistencyLevel.STRONG,
				built.getGuaranteeTimestamp());
		SubSearchRequest subSearch = new SubSearchRequest(
				SearchVectors.packed(FieldType.BINARY_VECTOR, List.of(new byte[] { 1, -1 }, new byte[] { 0, 127 })), "",
				Map.of());
		io.milvus.grpc.SearchRequest ours = io.milvus.grpc.SearchRequest
			.parseFrom(bytes(new SearchRequest(scope, subSearch, functions())));
		assertSameFunctions(ours.getFunctionScore(), built.getFunctionScore());
		assertThat(ours.toBuilder().clearFunctionScore().build())
			.isEqualTo(built.toBuilder().clearFunctionScore().clearSearchParams().build());
	}

	private static FunctionScore theirFunctions() {
		return FunctionScore.builder()
			.functions(List.of(BoostRanker.builder().name("boost").filter("id < 9").weight(1.5f).build(),
					DecayRanker.builder()
						.name("decay")
						.inputFieldNames(List.of("year"))
						.function("gauss")
						.origin(2026)
						.offset(0)
						.scale(10)
						.decay(0.5)
						.build()))
			.build();
	}

	private static List<ScoreFunction> functions() {
		return List.of(
				new ScoreFunction("boost", List.of(), Map.of("reranker", "boost", "filter", "id < 9", "weight", "1.5")),
				new ScoreFunction("decay", List.of("year"), Map.of("reranker", "decay", "function", "gauss", "origin",
						"2026", "offset", "0", "scale", "10", "decay", "0.5")));
	}

	private static io.milvus.grpc.HybridSearchRequest hybrid(long timestamp, Map<String, String> ranking,
			List<ScoreFunction> functions) throws IOException {
		ReadScope scope = new ReadScope("books", List.of("p"), List.of("id", "title"), ConsistencyLevel.BOUNDED,
				timestamp);
		return io.milvus.grpc.HybridSearchRequest
			.parseFrom(bytes(new HybridSearchRequest(scope, List.of(NEAR, WORDS), ranking, functions)));
	}

	// Both put their parameters in an order of their own, and the SDK empty ones too.
	private static void assertSameSubSearches(io.milvus.grpc.HybridSearchRequest ours,
			io.milvus.grpc.HybridSearchRequest built) {
		assertThat(ours.getRequestsCount()).isEqualTo(built.getRequestsCount());
		for (int i = 0; i < ours.getRequestsCount(); i++) {
			assertThat(built.getRequests(i).getSearchParamsList())
				.containsAll(ours.getRequests(i).getSearchParamsList());
			assertThat(ours.getRequests(i).toBuilder().clearSearchParams().build())
				.isEqualTo(built.getRequests(i).toBuilder().clearSearchParams().build());
		}
	}

	private static void assertSameFunctions(io.milvus.grpc.FunctionScore ours, io.milvus.grpc.FunctionScore built) {
		assertThat(ours.getFunctionsCount()).isEqualTo(built.getFunctionsCount());
		for (int i = 0; i < ours.getFunctionsCount(); i++) {
			assertThat(ours.getFunctions(i).getParamsList())
				.containsExactlyInAnyOrderElementsOf(built.getFunctions(i).getParamsList());
			assertThat(ours.getFunctions(i).toBuilder().clearParams().build())
				.isEqualTo(built.getFunctions(i).toBuilder().clearParams().build());
		}
	}

	private static byte[] bytes(Request request) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ProtoWriter writer = new ProtoWriter(out, request.encodedSize());
		request.writeTo(writer);
		writer.flush();
		assertThat(out.size()).isEqualTo(request.encodedSize());
		return out.toByteArray();
	}

}
