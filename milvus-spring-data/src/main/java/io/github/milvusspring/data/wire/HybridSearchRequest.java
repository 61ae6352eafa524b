package io.github.milvusspring.data.wire;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.wire.column.ProtoWriter;
import io.milvus.shaded.io.grpc.MethodDescriptor;

/**
 * A {@code HybridSearch} request, which runs several sub-searches and fuses their hits
 * into one ranking.
 *
 * @param scope what to read, and how fresh it must be
 * @param subSearches the sub-searches
 * @param ranking the limit, the offset and how the hits of the sub-searches are fused
 * @param functions the functions that rescore the hits, empty for none
 */
public record HybridSearchRequest(ReadScope scope, List<SubSearchRequest> subSearches, Map<String, String> ranking,
		List<ScoreFunction> functions) implements Request<SearchReply> {

	private static final int FUNCTION_SCORE = 13;

	/**
	 * Returns a copy with another scope.
	 * @param scope the new scope
	 * @return the copy
	 */
	HybridSearchRequest withScope(ReadScope scope) {
		return new HybridSearchRequest(scope, this.subSearches, this.ranking, this.functions);
	}

	@Override
	public int encodedSize() {
		int size = ProtoWriter.textSize(this.scope.collection()) + KeyValuePairs.size(this.scope.partitions());
		for (SubSearchRequest subSearch : this.subSearches) {
			size += ProtoWriter.messageSize(subSearch.encodedSize() + 2);
		}
		size += KeyValuePairs.size(this.ranking) + 1 + ProtoWriter.varintSize(this.scope.guaranteeTimestamp());
		return size + KeyValuePairs.size(this.scope.outputFields()) + 2
				+ ScoreFunction.size(FUNCTION_SCORE, this.functions);
	}

	@Override
	public MethodDescriptor<Request<?>, SearchReply> method() {
		return RowMethods.HYBRID_SEARCH;
	}

	@Override
	public CallDetails details() {
		return new CallDetails(this.scope.partitions(), filters(), 0, this.ranking);
	}

	private String filters() {
		return String.join("; ", this.subSearches.stream().map(SubSearchRequest::filter).toList());
	}

	@Override
	public Operation operation() {
		return new Operation("HybridSearch", this.scope.collection(), Operation.Effect.READ);
	}

	@Override
	public HybridSearchRequest inSession(SessionTimestamps timestamps) {
		return withScope(timestamps.guarantee(this.scope));
	}

	@Override
	public void writeTo(ProtoWriter out) throws IOException {
		out.text(3, this.scope.collection());
		KeyValuePairs.write(out, 4, this.scope.partitions());
		for (SubSearchRequest subSearch : this.subSearches) {
			out.header(5, subSearch.encodedSize() + 2);
			subSearch.writeTo(out);
			out.varintField(14, this.scope.consistency().number());
		}
		KeyValuePairs.write(out, 6, this.ranking);
		out.varintField(8, this.scope.guaranteeTimestamp());
		KeyValuePairs.write(out, 10, this.scope.outputFields());
		out.varintField(11, this.scope.consistency().number());
		ScoreFunction.write(out, FUNCTION_SCORE, this.functions);
	}

}
