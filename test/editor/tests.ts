// Every file of tests stands here once; they run in this order.
import './opening.test';
import './reading.test';
import './repairing.test';
import './structure.test';
import './dismissing.test';
import './dictionaries.test';
import './languageModel.test';
import './index.test';
import './naming.test';
import './exporting.test';
import './annotating.test';
import './annotationView.test';
import './annotatingTogether.test';
import './notes.test';
import './robustness.test';
