package io.github.milvusspring.data.wire;

import java.io.IOException;
import java.util.List;

/**
 * A {@code Search}: the rows whose vectors are closest to the given ones.
 *
 * @param scope where to look
 * @param leg what to look for
 * @param functions how hits are scored anew, empty for not at all
 */
public record SearchRequest(ReadScope scope, SearchLeg leg, List<ScoreFunction> functions) implements Request {

	private static final int FUNCTION_SCORE = 19;

	/**
	 * Returns a copy with another scope.
	 * @param scope the new scope
	 * @return the copy
	 */
	SearchRequest withScope(ReadScope scope) {
		return new SearchRequest(scope, this.leg, this.functions);
	}

	@Override
	public int encodedSize() {
		int size = this.scope.database().isEmpty() ? 0 : ProtoWriter.textSize(this.scope.database());
		size += ProtoWriter.textSize(this.scope.collection()) + Parameters.size(this.scope.partitions());
		size += this.leg.encodedSize() + Parameters.size(this.scope.outputFields());
		size += 1 + ProtoWriter.varintSize(this.scope.guaranteeTimestamp());
		return size + 2 + ScoreFunction.size(FUNCTION_SCORE, this.functions);
	}

	@Override
	public void writeTo(ProtoWriter out) throws IOException {
		if (!this.scope.database().isEmpty()) {
			out.text(2, this.scope.database());
		}
		out.text(3, this.scope.collection());
		Parameters.write(out, 4, this.scope.partitions());
		this.leg.writeTo(out);
		Parameters.write(out, 8, this.scope.outputFields());
		out.varintField(11, this.scope.guaranteeTimestamp());
		out.varintField(14, this.scope.consistency().number());
		ScoreFunction.write(out, FUNCTION_SCORE, this.functions);
	}

}
